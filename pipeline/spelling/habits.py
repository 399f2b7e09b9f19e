"""
Misspellings that many people make by habit, and what each of them means: no doubt is left.

The lists are ours, from what teachers, editors and proofreaders of each language complain about. A
form that is a word somewhere ("loose", "prosecute") is not here: a rule about confused words looks at
what stands around it.
"""

from __future__ import annotations

from functools import lru_cache

_HABITS = {
    "en": """
        a lot: alot; absence: abscence absense; accept: accpet; accessible: accessable;
        accidentally: accidently; accommodate: accomodate acommodate; accommodation:
        accomodation; achieve: acheive; achieved: acheived; acknowledge: acknowlege aknowledge;
        acquire: aquire; across: accross; address: adress; addresses: adresses; advertisement:
        advertisment; again: agian; aggressive: agressive; already: allready; although: altough;
        amateur: amatuer; among: amoung; analysis: anaylsis; annually: anually; apartment:
        appartment; apparent: apparant; apparently: apparantly; appearance: appearence;
        appropriate: apropriate; argument: arguement; assassination: assasination; assistance:
        assistence; athlete: athelete; attendance: attendence; available: availible avaliable;
        basically: basicly; beautiful: beautifull beatiful; because: becuase becasue beacuse;
        becoming: becomming; beginning: begining; behavior: behaivor; belief: beleif; believe:
        beleive belive; believed: beleived; beneficial: benificial; benefit: benifit; benefits:
        benifits; between: betwen bewteen; business: buisness bussiness; camouflage: camoflage;
        career: carreer; category: catagory; certain: certian; changeable: changable; chief:
        cheif; children: childern; colleague: collegue; coming: comming; commitment:
        committment; committee: commitee comittee; completely: completly; concede: conceed;
        conscience: concience; conscious: concious; consensus: concensus; consistent:
        consistant; continuous: continous; control: controll; convenient: convienient; could:
        coudl; criticism: critisism; curiosity: curiousity; deceive: decieve; decision:
        descision; definite: definate; definitely: definately definitly defiantely; describe:
        discribe; desperate: desparate; despite: dispite; develop: develope; developed:
        developped; development: developement; diarrhea: diarrea; diarrhoea: diarhoea;
        difference: diffrence; different: diffrent diferent; difficult: dificult; dilemma:
        dilemna; disappear: dissapear disapear; disappointed: dissapointed; disastrous:
        disasterous; discipline: disipline; disease: desease; drunkenness: drunkeness; during:
        durring; easily: easyly; eighth: eigth; either: eihter; embarrass: embarass;
        embarrassing: embarassing; embarrassment: embarassment; environment: enviroment
        enviornment; equipment: equiptment; equivalent: equivelant; especially: especialy;
        exaggerate: exagerate; exceed: excede; excellent: excelent exellent; except: exept;
        exercise: excercise exersize; existence: existance; expense: expence; experience:
        experiance expirience; experienced: experianced; extremely: extremly; familiar: familar;
        family: famliy; fascinating: facinating; February: Febuary; finally: finaly;
        fluorescent: flourescent; foreign: foriegn; foreseeable: forseeable; forty: fourty;
        forward: foward; friend: freind; friends: freinds; from: fomr; further: futher; gauge:
        guage; generally: generaly; glamorous: glamourous; government: goverment; governor:
        govenor; grammar: grammer; grateful: greatful gratefull; guarantee: garantee guarentee;
        guidance: guidence; happened: happend; happening: happenning; harass: harrass; have:
        ahve; height: heigth; hemorrhage: hemorrage; heroes: heros; hierarchy: heirarchy;
        humorous: humourous; hygiene: hygeine; hypocrisy: hypocracy; immediate: imediate;
        immediately: immediatly imediately; independence: independance; independent:
        independant; inoculate: innoculate; intelligence: inteligence; interest: intrest;
        interested: intrested; interesting: intresting; interrupt: interupt; irrelevant:
        irrelevent; irresistible: irresistable; island: iland; knowledge: knowlege knowledg;
        laboratory: labratory; language: langauge; leisure: liesure; length: lenght; liaison:
        liason; library: libary; license: lisence; likelihood: likelyhood; loneliness:
        lonelyness; maintenance: maintainance maintenence; manageable: managable; management:
        managment; manoeuvre: manouver; many: mnay; marriage: marrige; medicine: medecine;
        millennium: millenium; miniature: minature; minute: minuite; miscellaneous:
        miscelaneous; mischievous: mischievious; misspell: mispell; misspelled: mispelled;
        misspelling: mispelling; mortgage: morgage; necessarily: neccessarily; necessary:
        neccessary necesary neccesary; neighbor: nieghbor; neighbour: nieghbour; neither:
        niether; ninety: ninty; ninth: nineth; noticeable: noticable; occasion: ocassion
        occassion; occasional: occassional; occasionally: occasionaly occassionally; occurred:
        occured; occurrence: occurence occurrance; occurring: occuring; omission: ommission;
        opinion: opinon; opportunity: oppurtunity oportunity; opposite: oposite; original:
        orignal; other: otehr; parallel: paralell parrallel; parliament: parliment; particular:
        particlar; particularly: particulary; pastime: passtime; peculiar: perculiar; people:
        poeple peple; perceive: percieve; performance: performence; permanent: permenant
        permanant; perseverance: perseverence; persistent: persistant; personnel: personell;
        physician: physican; piece: peice; pieces: peices; politician: politican; possession:
        posession; possible: possable; practical: practicle; precede: preceed; preferred:
        prefered; prejudice: predjudice; prescription: perscription; presence: presense;
        privilege: priviledge privelege; probably: probly probaly; proceed: procede;
        professional: profesional; professor: proffesor; prominent: prominant; pronunciation:
        pronounciation; psychology: psycology; pursue: persue; quantity: quanity; questionnaire:
        questionaire; really: realy; receipt: reciept; receive: recieve; received: recieved;
        receives: recieves; receiving: recieving; recommend: recomend reccomend reccommend;
        recommended: recomended reccomended; reference: referance; referred: refered; referring:
        refering; relevant: relevent; religious: religous; remember: rember remeber; removable:
        removeable; repetition: repitition; resistance: resistence; restaurant: restaraunt
        restraunt; rhyme: ryhme; rhythm: rythm rythym; sandal: sandle; satellite: satelite;
        schedule: schedual; scissors: sissors; secretary: secratary; seize: sieze; separate:
        seperate; separated: seperated; separately: seperately; separation: seperation; several:
        serveral; siege: seige; similar: similiar simular; sincerely: sincerly; soldier:
        soilder; special: speical; speech: speach; strength: strenght stregth; strictly:
        stricly; succeed: succede; success: sucess succes; successful: succesful successfull
        sucessful; successfully: succesfully sucessfully; sufficient: sufficent; suppress:
        supress; surely: surelly; surprise: suprise; surprised: suprised; surprising: suprising;
        symptom: symtom; symptoms: symtoms; temperature: temperture tempature; tendency:
        tendancy; than: thna; that: taht; the: teh hte; their: thier; themselves: themselfs;
        then: hten; there: tehre; they: tehy; think: htink; this: htis; thorough: thourough;
        thought: thougth; threshold: threshhold; through: thruogh; together: togehter; tomatoes:
        tomatos; tomorrow: tommorow tommorrow tomorow; tongue: tounge; tragedy: tradgedy;
        treatment: treatement; truly: truely; twelfth: twelth; tyranny: tyrany; unfortunately:
        unfortunatly; unnecessary: unneccessary unecessary; until: untill; unusual: unusaul;
        usually: usualy; vacuum: vaccum; vegetable: vegtable vegatable; vegetables: vegtables
        vegatables; vehicle: vehical; vicious: viscious; village: villiage; visible: visable;
        vitamin: vitimin; weather: wheather; Wednesday: Wensday Wedensday; weird: wierd;
        welcome: wellcome; welfare: wellfare; which: whcih wich; with: wiht; withdrawal:
        withdrawl; woman: wmoan; women: wemen; would: woudl; writing: writting; written: writen;
        yield: yeild; young: yuong; your: yoru
    """,
    "de": """
        Adresse: Addresse; aggressiv: agressiv; Akkusativ: Akusativ; annullieren: anulieren;
        Apparat: Aparat; Asyl: Asüyl; Atmosphäre: Athmosphäre; Billard: Billiard; brillant:
        brilliant; Chirurg: Chirug; Definition: Definiton; definitiv: definitv definitif;
        detailliert: detailiert; eigentlich: eigendlich; endgültig: entgültig; Entgelt: Endgeld;
        entscheidend: entscheident; Galerie: Gallerie; galoppieren: gallopieren; gar kein:
        garkein; gar nicht: garnicht; Gelatine: Gellatine; hoffentlich: hoffendlich; im Voraus:
        imvoraus; insbesondere: inbesondere; interessant: interresant interessannt; Interesse:
        Intresse; interessieren: interresieren; Karussell: Karusell; Katastrophe: Katastrofe;
        Komitee: Kommittee Komittee; Kommission: Komission; korrigieren: korregieren;
        lizenzieren: lizensieren; Maschine: Maschiene; Medikament: Medikamment; morgens:
        morgends; Necessaire: Nessesär; normalerweise: normalerweisse; nämlich: nähmlich; Paket:
        Packet; parallel: paralell parralel; projizieren: projezieren; Psychologie: Psychologi;
        Reparatur: Reperatur; reparieren: reperieren; Rhythmus: Rythmus; Satellit: Satelit;
        Schloss: Schlohs; seriös: serriös; Temperatur: Temparatur; Terrasse: Terasse; Toleranz:
        Tolleranz; unentgeltlich: unentgeldlich; vielleicht: vieleicht vielleich; voraus:
        vorraus; Voraussetzung: Vorraussetzung; voraussichtlich: vorraussichtlich;
        wahrscheinlich: warscheinlich; wesentlich: wesendlich; Widerstand: Wiederstand;
        ziemlich: ziehmlich; Zucchini: Zuchini; zumindest: zumindestens; öffentlich: öffendlich;
        überhaupt: überhaubt
    """,
    "fr": """
        accueil: acceuil; accueillir: acceuillir; adresse: addresse; agresser: aggresser;
        agression: aggression; apercevoir: appercevoir; apparaître: aparaître; appartement:
        apartement; appeler: apeller; aujourd’hui: aujourdhui; beaucoup: beaucoups beaucou;
        bizarre: bizzare; cauchemar: cauchemard; chiffre: chifre; combattre: combatre;
        connexion: connection; courir: courrir; dedans: dedant; différent: diférent; dilemme:
        dilemne; dommage: domage; développement: dévelopement développment; embarras: embaras;
        environnement: environement; exagérer: éxagérer; exemple: éxemple; exercice: exercise
        éxercice; exister: éxister; honneur: honeur; hypothèse: hypothése; hôpital: hopital;
        intéressant: interressant interessant; langage: language; lorsque: lorque; malgré:
        malgrés; milieu: millieu; mourir: mourrir; méchant: mechant; naissance: naisance;
        notamment: nottament notament; nourriture: nouriture; néanmoins: néamoins; occasion:
        ocasion; occurrence: occurence; parmi: parmis; plusieurs: plusieur; pourquoi: pourqoi;
        professionnel: professionel; quelqu’un: quelquun; rappeler: rapeller; recommander:
        recommender; rythme: rhythme; rémunérer: rénumérer; saupoudrer: soupoudrer; succinct:
        succint; symptôme: symptome; toujours: toujour; tranquille: tranquile; vraiment:
        vraiement; écouter: écoutter; également: égallement; étymologie: éthymologie
    """,
    "es": """
        a través: atravez; abogado: avogado; absorber: absorver; atravesar: atravezar; ayer:
        hayer; beber: bever; convalecencia: convalescencia; cónyuge: cónyugue; decisión:
        desición decición; disciplina: diciplina; enseguida: ensegida; espectáculo: expectáculo;
        espontáneo: expontáneo; excelente: exelente; excepto: exepto; exhibir: exibir; haber:
        haver; había: habia havía; hacer: aser; hicieron: isieron; hipótesis: hipotesis;
        idiosincrasia: idiosincracia; inflación: inflacción; jengibre: gengibre; lavabo: labavo;
        líquido: liquído; muchedumbre: muchedunbre; necesario: nesesario; necesidad: necesidá;
        objeción: objección; ojalá: ojála; percatarse: percartarse; prohibir: proibir; quizá:
        quisá; recibir: resibir recivir; salvar: salbar; satisfacción: satisfación; sobrevivir:
        sobrebivir; suicidio: suisidio; sustancia: subtancia; también: tambien; travesía:
        travezía; vehículo: veículo; verdad: berdad; vergüenza: verguenza; viaje: biaje; volver:
        bolver; zanahoria: sanahoria
    """,
    "it": """
        accelerare: accellerare; aeroporto: areoporto; affinché: affinchè; appropriato:
        apropriato; benché: benchè; beneficenza: beneficienza; collutorio: colluttorio;
        conoscenza: conoscienza; cosciente: coscente; coscienza: coscenza; eccezione:
        eccezzione; efficiente: efficente; efficienza: efficenza; esagerare: esaggerare; finché:
        finchè; interpretare: interpetrare; meteorologia: metereologia; perché: perchè; poiché:
        poichè; propriamente: propiamente; proprio: propio; qual è: qual’è; qualcun altro:
        qualcun’altro; scienza: scenza; sufficiente: sufficente; tecnologia: tegnologia;
        ventitré: ventitrè
    """,
    "pt": """
        a partir: apartir; análise: análize; asterisco: asterístico; beneficente: beneficiente;
        cabeleireiro: cabelereiro cabeleleiro; caranguejo: carangueijo; com certeza: concerteza;
        companhia: compania; consciência: conciência; de repente: derrepente derepente;
        discussão: discurssão; empecilho: impecilho; exceto: esceto; exceção: excessão;
        frustrado: frustado; frustração: frustação; iogurte: iorgute; meteorologia:
        metereologia; mortadela: mortandela; necessário: nescessário necesário; paralisar:
        paralizar; pesquisar: pesquizar; por isso: porisso; pretensão: pretenção; privilégio:
        previlégio; próprio: própio; reivindicar: reinvindicar; retrógrado: retrógado; salsicha:
        salchicha; sobrancelha: sombrancelha; supersticioso: superticioso
    """,
    "nl": """
        accommodatie: accomodatie; agressief: aggressief; apparaat: aparaat; barbecue: barbeque;
        burgemeester: burgermeester; carrière: carriere; collega’s: collegas; comité: commitee;
        commissie: comissie; dichtbij: dichbij; eigenlijk: eigelijk; elektriciteit:
        electriciteit; enigszins: enigzins; enthousiast: entousiast; gefeliciteerd:
        gefeliciteert; hartstikke: hardstikke; interessant: intressant; interview: intervieuw;
        kopiëren: kopieëren; litteken: lidteken; manager: menager; margarine: margerine;
        millennium: millenium; mysterie: misterie; niveau: nivo; onmiddellijk: onmiddelijk;
        organisatie: organizatie; parallel: paralel; privacy: privecy; product: produkt;
        professioneel: proffesioneel; quiche: quische; recensie: recentie; sowieso: zowiezo
        sowiezo; succes: sukses; uiteraard: uiteraart; verrassing: verassing; waarschijnlijk:
        waarschijnelijk; weliswaar: welliswaar
    """,
}


def meant(low: str, language: str) -> str:
    """
    Give what the form *low*, in small letters, is a habitual misspelling of, or nothing.

    >>> meant("teh", "en"), meant("alot", "en"), meant("boat", "en")
    ('the', 'a lot', '')
    """
    return _slips(language).get(low, "")


@lru_cache
def _slips(language: str) -> dict[str, str]:
    rows = (row.partition(":") for row in " ".join(_HABITS.get(language, "").split()).split(";"))
    return {slip.lower(): right.strip() for right, _, slips in rows for slip in slips.split()}
