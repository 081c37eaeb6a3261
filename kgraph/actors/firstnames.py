"""Whether a first name is a woman's or a man's: a short list of our own, enough for "she" and "he" in news.

A name of both or of neither list tells nothing; a wrong guess costs more than none.
"""

from __future__ import annotations

from kgraph.actors.text import units

_WOMEN = frozenset(
    """abigail aisha alexandra alice alicia amal amanda amber amina amy ana anastasia andrea angela angelina anita
    ann anna anne annalena annegret annie antonia asma astrid aung audrey ayse barbara beatrice beatriz benazir
    bernadette beth betty bridget brenda brigitte camilla carla carmen carol carolina caroline carrie catherine
    cecilia celine charlotte chelsea cheryl christiana christina christine claire clara claudia condoleezza
    cristina cynthia dalia daniela deborah debbie denise diana dilma dina dolores donna doris dorothy ebba
    eileen ekaterina elaine elena eleanor elif elisabeth elise elizabeth ella ellen elsa emily emine emma erika
    erna estelle esther eva evelyn faiza farah fatima fatma federica fiona florence frances francesca gabriela
    gabrielle genevieve georgia gina giorgia giulia gloria golda grace greta gro gulnara hala hanan hannah
    harriet heather heidi helen helena helle hilary hillary hina ilham ilse imelda indira ines ingrid irene
    irina isabel isabella isabelle ivana jacinda jackie jacqueline jane janet janine jeanine jeanne jennifer
    jenna jenny jessica jill joan joanna johanna josephine joyce juana judith julia juliana julie june kaja
    kamala karen karin kate katharina katherine kathleen kathryn katrin katya kersti khadija kimberly kirsten
    kristalina kristen kristin kristina kathy kay laila lara laura leila leyla lena leslie leticia lidia lilian
    liliana lily linda lisa lise liz lois lorena louise lucia lucy luisa lydia madeleine magdalena malala mara
    margaret margarita margot maria mariam mariana marie marija marina marine marta martha mary maryam mathilde
    maya meghan melania melissa mercedes meral mette michele michelle micheline mihaela milagros miriam mona
    monica monique nadia nancy naomi narges natalia natalie natasha nawal neha nicola nicole nina nora noor nour
    olga olivia oksana pamela patricia paula pauline penny perihan petra phyllis priti priya queen rachel rania
    rebecca regina renata rita roberta rosa rosalind rose roxana ruth sabine sabrina sahar sally salma samantha
    samira sandra sanna sara sarah sevgil shirin shirley silvia simone sirimavo soledad sonia sophie soraya
    stephanie sue suella susan susana suzanne svetlana sviatlana sylvia sylvie tamar tamara tanya tatiana
    tatyana teresa theresa tsai tulsi tzipi ursula valentina valerie vanessa vera veronica victoria valeska
    violeta viola virginia vjosa wanda wendy xiomara yasmin yasmine yekaterina yevgenia yolanda yoon-hee yulia
    yuliya yuriko zainab zeinab zeynep zinaida zoe zuzana""".split()
)
_MEN = frozenset(
    """aaron abbas abdallah abdel abdelaziz abdul abdulla abdullah abdullahi abel abiy abraham adam adel adolf
    adrian ahmad ahmed ahmet akbar alan albert alberto aleksandar aleksander alejandro alex alexander alexandre
    alexei alexey alexis alfred alfredo ali alvaro amir amos andre andreas andrei andres andrew andrey andriy
    angelo anthony antoine anton antonio antony arafat ariel arif armen arnold arthur artur arturo ashraf asif
    askar atal augusto avigdor ayman aziz bakir barack barry bart bashar bassam ben benito benjamin benny
    bernard bernardo bernie bertie bill bilal billy bob bohdan boris boutros brad brian bruce bruno burhan carl
    carlos cesar charles chris christian christophe christopher chuck clement cyril dan daniel danilo danny dave
    david davit dean denis dennis devlet dick didier diego dimitri dimitris dmitri dmitriy dmitry dominic
    dominique donald douglas driss duncan ebrahim ed edgar edmond edmund eduard eduardo edward edwin efrain ehud
    ekrem elias elliott elmar emil emile emmanuel emmerson emomali enrique eric erich erik ernest ernesto esmail
    ethan eugene evan evo ezekiel faisal farid farouk fayez felipe felix ferdinand fernando fidel filip fouad
    francis francisco franco francois frank frans franz fred frederic frederick frederik fuad gabriel gary gavin
    gen gennady geoffrey georg george georges georgi gerald gerard gerhard gholam gilbert giorgi giovanni giulio
    giuseppe glenn gordon graham greg gregory guido guillermo gunther gustavo guy haider hakan hamad hamid hamza
    hans harold harry hasan hasham hashim hassan hector heiko helmut henri henry herbert herman hernan hichem
    hosni hossein howard hugh hugo hulusi humza husni hussein ian ibrahim idris igor ilan ilham ilir imran ion
    irakli isaac ishaq islam ismail issa itamar ivan ivo jack jacob jacques jair jake jakob jalal jamal james
    jamie jan jason javad javier jay jean jeff jeffrey jens jeremy jerome jerry jerzy jim jimmy joachim joao joe
    joel johan john johnny jon jonas jonathan jorge jose josef joseph josep joshua juan jules julian julio juri
    justin kais kamal karel karim karl kassym keir keith kemal ken kenneth kenny kevin khaled khalid khalifa kim
    klaus kofi konstantin kurt laurent lars larry laurence lawrence leo leon leonard leonid leonel leopoldo
    leszek lev levon li lindsey lionel lloyd louis luc luca lucas luis luiz luka lukas mahamat mahathir mahdi
    mahmoud mahmud mahmut malcolm malik manfred manmohan manuel marc marcel marco marcos marek mario mark marko
    markus martin masoud masud massoud mateusz matt matteo matthew mauricio maurice max maxim mehdi mehmet
    menachem meles mevlut michael michal michel miguel mihai mike mikhail mikheil milan milo milos mirek mitch
    mohamad mohamed mohammad mohammed moncef moshe muammar muhammad muhammadu mukhtar mullah murat mustafa
    naftali naguib najib narendra nasser nathan nawaz ned neil nelson nestor nguyen nicholas nick nicolas nigel
    nikita nikol nikola nikolai nikolay nikos noah norman nouri nuri nursultan olaf oleg oleksandr oleksii
    oliver olivier olusegun omar onur oscar oskar osama osman otto owen pablo panos pascal pat patrick paul
    paulo pavel pavlo pedro pervez pete peter petro philip philippe pierre piotr pranab qasem rafael rafic rafik
    rafsanjani rahul rajiv ralph rami ramon ramzan ramzi raul ray raymond recep reinhard rene reuven reza riad
    ricardo richard rick riyad rob robert roberto robin rodrigo roger roland roman romano ron ronald ross ruben
    rudolf rudy russell rustam ruslan ryan saad sadiq saeb saddam said saif salah salam saleh salih salman salva
    salvador sam sameh sami samir samuel sanjay santiago sauli scott sean sebastian selahattin serge sergei
    sergey sergio serhiy serzh shah shahbaz shaukat shavkat shehbaz shimon shinzo silvio simon slobodan spencer
    stan stanislav stefan stefano stephane stephen steve steven stuart suleyman sultan syed taha tahir talal
    tamim tareq tarek tariq tayyip ted terence terry teodoro thabo theodor thierry thomas tim timothy tobias
    toby todd tom tomas tommy tony traian uhuru umar umaro vaclav valdis valery vasily vicente victor viktor
    vincent vitali vitaliy vitaly vlad vladimir volodymyr vojislav walid walter warren wasim wayne werner willem
    william willy wolfgang wojciech xavier yahya yair yasser yasir yevgeny yitzhak yoav yoram yoshihide yossi
    yoweri yuri yusuf youssef yves zalmay zaki zayed zhou zoran""".split()
)


def gender_of_first_name(name: str) -> str:
    """ "f", "m", or "" when the first name tells nothing.

    >>> gender_of_first_name("Ursula von der Leyen"), gender_of_first_name("Macron")
    ('f', '')
    """
    parts = units(name)
    if not parts:
        return ""
    first = parts[0]
    if first in _WOMEN and first not in _MEN:
        return "f"
    return "m" if first in _MEN and first not in _WOMEN else ""


def is_first_name(word: str) -> bool:
    """Whether the word is a first name that the lists know."""
    found = units(word)
    return len(found) == 1 and (found[0] in _WOMEN or found[0] in _MEN)
