"""
The languages that a tag may name: the IANA Language Subtag Registry of 2025-08-25.

Only the primary subtag says which language it is; what follows changes nothing of that, so a screen
reader speaks the language whatever the rest is (ACT Rules, known primary language tag).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

_TWO = """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv
    cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr
    ht hu hy hz ia id ie ig ii ik in io is it iu iw ja ji jv jw ka kg ki kj kk kl km kn ko kr
    ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb nd ne ng
    nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk
    sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve
    vi vo wa wo xh yi yo za zh zu
"""
# Two letters, and the third ones that make a language of them; behind a hyphen, those that do not.
_THREE = """
    aa-jry ab-k ac-cgjo ad-ckmv ae-fghijoptvx af-cfjlmqrvwxy ag- ah-cdefjquvwxyz ai-uvz
    ajaginpstuwz ak-an al-b am-dh an- ao-opqvwy ap- aqacdgklmnprtz ar-afgm as-m at-f au-v
    avbdiklmnostuv aw-fjlpqz axbegklmx ay-fjmvw azabcdgjmnotz ba-kmq bb- bc-x bd- be-ln bf-v
    bg-h bh- bi-his bj- bk-e bl-u bm- bn-h bo-cds bp-f bq-e br-e bs-dz bt- bu-lr bv-s bw-v
    bx-ty by-u bz- ca-t cb-fmpxz cc-bfiktuvwxyz cd-bklpqtuvwx ceabgklnty cfadgm cgacgk
    ch-aeisuv ciabcdehkmnprwy cjaehikmnoprsvy ck-cdefgijkpw cl-bfgnpqrvxz cmacegiklmnorst
    cn-defjmnvyz co-irs cp-dhjklmqrtvwz cqdu cr-eu cs- ct-bfijkqrvwx cu-defnz cvgn cwabdegt cxh
    cyabo czhknot da-bnt db-chksxz dccr ddadegijnorsw de-abjotuwxy dg-fjmpqvy dh-bcefhjkpqtyz
    di-ev dj-ghpqstvxyz dkagklrsx dlgkmn dm-hijpqtz dn-bcfhlmpqsxz do-dgjmu dpp dr-fjkmpvxz
    dsbehiklnoqz dt-cefgjlqvwxz du-t dva dwaklrsuwyz dyabdgimnoruy dzadegln eaa ebcgkoru ecrsy
    eee efaei egalmoxy ehsu eiptv eja ekacegiklmopry elehikmopux em-cdfhjlrtv en-egijkpstyz eot
    epi eraghikorstw es-abcdfjprtvwz etbchnorstuxz eudq evehn ewo ext eyao ezae fa-ceoqsvw fbl
    fcs fer ffim fgr fiaeflprtuw fkkv flahilnry fmpu fnbgi fodimnrsx fpe fqs frcdkmopqrst fsels
    fu-agklopswxz fvr fwae ga- gb-t gccdeflnrt gd-pvwyz ge-enoprtu gfktx ggabdegklnortuw
    ghacehklnorst gi-fjkv gjikmnru gkadenopu glbcdhijkloruwy gm-cfijkopst gn-fpsvxy go- gpaen
    gqainru gr-eflnp gseglmnopsw gtaiu gu-jy gvacefjlmnoprsy gw-hklopqsvyz gxx gy-chjkpqstuvwx
    gzain ha-tu hbabnou hcah hdnsy headghim hgmw hhiry hi-cenpqsuvyz hji hkaehkns hlabdetu hm-o
    hnadeghijmnosu ho-fgnqux hpos hracekmoprtuwxz hsbhlns htiosux hu-an hvceknv hwaco hyawx
    iainpr ibabdeghilmnruy icahlr idabcdeirstu ifabefkmuy igbeglmnosw ihbipw iinr ijcejnos
    ik-abcdfgjmnquy ilabgiklmopsuvw imaeilnorsty in-adfikqruvwxy ioruw ipio iquw iraehiknoruxy
    is-bfjlpqswxyz it-afghjnpqu ium ivbv iwkmos ixcl iyaox izhimrz ja-gipvw jbeijkmnortuw jcst
    jdagt jebeghiklnrtu jgbeko jhis ji-fjknprswxz jjer jkamoprsu jles jmabcdilnrswx jnadgijls
    jobdgrsw jparx jqr jrabrtu jsl ju-efgjqvxz jvdn jwi jyaey ka-lnstuz kb- kc- kd-bs ke- kf-
    kg-z kh-m ki-knr kj-w kk- kl- km- kn-h ko-bmnr kp- kq- kr-gq ks- kt- ku-ar kv- kw- kx-g ky-
    kz- la-otv lb-dhp lccdefhlmpqs ld-cefrstuvwxyz le- lfan lg-cdefjpvwxy lhahilmnpstu li-mnt
    ljaeilpwx lk-fgkpqvwxz ll-rtvwyz lm-st ln-cefkpqrtvxy lo-d lpaenox lqr lr-bdfhjpqsuwxy
    ls-fjkquxz ltcghinosu lu-bgx lvaiklsu lwaeghlmostuw lxm lyagn lzhlnz ma-chlory mb-g mc-
    md-o me-x mf- mg- mh-v mi-v mj-f mk-d ml-gty mm-s mn- mo-bln mp-f mq-d mr-i ms-a mt-z mu-fw
    mv-cj mw- mx- my-a mz-f na-uv nb-lz nc-vwy nd-eo ne-lp nfadlru ng- nh-jls ni-p nj-cefgkpqvw
    nk-ly nl-bdfhpst nm- nn-o no-brx npabghilnosuxy nqgklmnoqty nr-dhjoqsvwy ns-j nt-abcfhlnqtv
    nu- nvhmo nwabcegimorwxy nx-bcfhjpstvwyz ny-az nzabdikmrsuyz oaackrv obiklmortu ocahmou
    odaktu ofosu ogbcegou ohtu oiaen ojbcgpsvw ok-fpqtwy oladekmortu om-dfhjmsz on-cdfhlmqvyz
    oodgnrs opakmoty or-bdfijklmpq osacinoptux ot-cfghjpv ouabeimn ovd owil oybdmy ozm pa-jn
    pb-adjkqwx pc-oqstuvxyz pdacinotu pe-cnrtuw pfael pgadgiklnsuyz ph-bcefpsxyz pi-kq pjt
    pkabcghnoprstu pl-imx pm-gpv pn-f po-abjlru pp-bcdfghjvwxyz pqaemw pr-jv ps-bfjkvxz
    ptahinopqrtuvwy pu-hlnsv pwabgimnorw pxm pyemnsuxy pzehn qu-ejotu qv-bdfgkqrtuvx qwacehmst
    qxachlnopqrstuw qyap ra-e rbbklp rcf rdb reabegijlmnrsty rgaeknrsu rhgp riabeflmnrtu rjgis
    rkabhimtw rm-j rnabdglnprw ro-hijknqstvxyz rpnt rrimot rsbiklmnw rtchmsw ru-adjlmnrsvwx
    rwaklmor rxdw rynsu rzh sa-gn sb- sc-cdjmryz sd-diwy se-x sfbemsw sg-fqv sh-f si-cn
    sj-fhijqvxyz sk-l sl-bkov sm-eo sn-adt so-fmt sp-afhjwz sqahjkmnoqrstux sr-djp ss-w st-cxz
    su-dfhnpu svabcekmrsx sw-adez sxbcegklmnorsuw sy-efghjpqtuvz szabcdeglnpsvwy ta-hmt tb-
    tc-jrv td-pwz te-jl tfinort tg-klm th-abgjo ti-br tjagijlmnopsuw tk-chijoy tl-ez tm-x tn-j
    to-ant tp-bdhs tqblmnopqrtuw tr- ts-no tt-x tu-kr tv-bcfghjpqrvz tw-ijksvz tx-dfklpvwz
    ty-bcdfgkmoqw tzahjlmnox uamnr ubailruy udaegijlmu ues ufi ugabehnoy uhan uisv uji
    ukaghiklpqsuvwy ulabcefiklmnuwy umabcdgimnoprsu unadegikmnpruxz uokn upiv ur-dqs usahikpsu
    utaehpru uumnru uvehl uwa uya uzns va-bcdkqtwxz vbbk vecdlmopr vgrt vicdfglnstv vjk
    vkaijklmnoptuz vlps vm-not vnkmp vort vraost vsilnv vto vumnt vwa wa- wb-cdgnouxyz wcai
    wddgjktuy we-befjklqvxyz wfg wgabgiouwy whagku wi-adopqsxz wjai wkabdlruwy wl-bdfjnpqtz
    wm-fjklpqruvyz wn-afhjlqrstvxz wo-hjlpqtuvxz wpc wr-cefjqt wsagikrsuv wtbfhikmw
    wuabdhlmnrtuvxy wwaborw wxaw wyabimnry xa-fhxz xb-fhklqstuvz xc-adfijkpqsxz xdackmoqy
    xebdglmprstu xfa xgabdfgilmnruw xhacdemrtuv xiabilnprsvy xjbt xk-m xlabcdeginopsuy xm-i
    xn-ceflpvwx xocdgikmnoprw xp- xqat xrabdegimnqrtuw xs-fgktwxz xt-fkx xuabdgjlmnoprtu
    xveinos xwacdegjklortw xxbkmrt xyabjklty xzhmp ya- yb-cfgpqrstuvwz ychlnpr ydadegks
    yeaceijlnrstuvy ygailmprsuw yhadls yi-bcdeow ykaghiklmnortuy ylabegilmnoruy ym-fjuvwy
    ynabdeghklnoqsu yobgiklmnstxy ypabghkmnopz yrabeiklmnoswy yscdglmnoprsy ytalpwy yu-hosv
    yvat ywaglnqrtuw yxaglmuy yyruz yzgk za-n zbaceltuw zcadh zdj zeaghmn zgabhmnr zhbdinwx
    ziabklmnrwz zk-cefijlmqswxy zlaejmnqsuw zm- znadegks zochmoqrs zp- zqe zragnops zsaklmru
    zteglmnpqstuxy zuahmny zwa zxx zybgjnp zzaj
"""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_PRIVATE = re.compile(r"q[a-t][a-z]")
_TAG = re.compile(r"([a-z]{2,3})(?:-[a-z0-9]{1,8})*", re.IGNORECASE)


@lru_cache(maxsize=4096)
def primary(tag: str) -> str:
    """
    Give the subtag of the language that *tag* names, or an empty string where there is none.

    Names of languages, and three letters where two are the rule, are none; what is for private use may
    be one that the readers of a page know.

    >>> [primary(tag) for tag in ("pt-BR", "GSW", "eng", "english", "en_US", " en", "qps-ploc")]
    ['pt', 'gsw', '', '', '', '', 'qps']
    """
    match = _TAG.fullmatch(tag)
    language = match[1].lower() if match else ""
    return language if language in _known() or _PRIVATE.fullmatch(language) else ""


@cache
def _known() -> frozenset[str]:
    known = set(_TWO.split())
    for group in _THREE.split():
        pair, third = group[:2], group[2:]
        if third.startswith("-"):
            third = "".join(letter for letter in _LETTERS if letter not in third)
        known.update(pair + letter for letter in third)
    return frozenset(known)
