"""Titles, forms of address and given names, and the gender that they tell."""

from __future__ import annotations

from sayso.statements.actors.words import word_set

HONORIFICS = {
    "mr": "m", "mr.": "m", "mrs": "f", "mrs.": "f", "ms": "f", "ms.": "f", "miss": "f",
    "sir": "m", "lord": "m", "lady": "f", "dame": "f", "dr": "", "dr.": "", "prof.": "",
}  # fmt: skip
"""Forms of address, with the gender that they tell, if any."""

TITLES = word_set(
    """
    adm. admiral ambassador archbishop attorney bishop brig. brigadier candidate capt. captain
    cardinal chair chairman chairwoman chancellor chief cmdr. col. colonel commander commissioner
    congressman congresswoman cpl. democrat detective director emir father gen. general gov.
    governor imam inspector judge justice king leader lieutenant lt. maj. major mayor minister
    officer pastor pope premier president prime prince princess prof. professor queen rabbi rep.
    representative republican rev. reverend secretary sen. senator sergeant sgt. sheik sheikh
    sheriff speaker spokesman spokesperson spokeswoman sultan superintendent supt.
    """
)
"""Titles that stand, capitalised, before a person's name, and alone for a person."""

ABBREVIATED = {
    "adm.": "admiral", "brig.": "brigadier", "capt.": "captain", "cmdr.": "commander",
    "col.": "colonel", "cpl.": "corporal", "dr": "doctor", "dr.": "doctor", "gen.": "general",
    "gov.": "governor", "lt.": "lieutenant", "maj.": "major", "prof.": "professor",
    "rep.": "representative", "rev.": "reverend", "sen.": "senator", "sgt.": "sergeant",
    "supt.": "superintendent",
}  # fmt: skip
"""Short titles, with the noun that takes them up."""

MALE = word_set(
    """
    actor boy boyfriend brother businessman dad father grandfather husband king man monk nephew
    prince son uncle widower
    """
)
FEMALE = word_set(
    """
    actress aunt daughter girl girlfriend grandmother mom mother mum niece nun princess queen sister
    widow wife woman
    """
)
"""Nouns that tell the gender of a person, besides those in -man and -woman."""

_MALE_NAMES = """
    aaron abdul abdulla abdullah adam adolph ahmad ahmed alan albert alberto aleksandr alexander
    alexei alfred ali allan amir anders andreas andrei andrew andy angelo anthony anton antonio
    arnold arthur ashraf aurel barack bashar ben benjamin bernard bernie bill billy bjorn bob
    boris brad brandon brett brian bruce bryan carl carlos charles chris christian christopher
    chuck clarence colin craig dale dan daniel danny dario dave david dean dennis derek diego
    dmitry dominic don donald doug douglas duncan dwight earl ed eddie edgar edward edwin ehud
    emil emmanuel eric erik ernest eugene evan fahad faisal felix fernando fidel floyd francis
    francisco francois frank franklin fred frederick gareth gary gavin gene geoff geoffrey
    george gerald gerard gilbert giovanni glenn gordon graham greg gregor gregory guy hamid hans
    harold harry harvey hasan hassan hector henry herbert herman howard hugh hugo hussein ian
    ibrahim igor ilan isaac ismail ivan jack jacob jacques jaime jake jamal james jared jason
    javier jay jeb jeff jeffrey jens jeremy jerome jerry jesse jim jimmy joe joel johann john
    johnny jon jonas jonathan jorge jose joseph joshua juan julian justin karl keith ken kenneth
    kevin khaled khalid kofi kwame kyle lance larry lars laurence lawrence lee len leo leon
    leonard lewis lindsey lloyd lorenzo louis luca lucas luis luke mahmoud marc marcel marco
    marcus marek mario mark martin marvin matt matteo matthew maurice max mehmet michael mick
    miguel mike mikhail milton mitch mitt mohamed mohammad mohammed moshe muhammad murray
    mustafa naftali nathan neil nelson newt nicholas nick nicolas nigel nikita nikolai noah
    norman oleg oliver omar osama oscar osman otto owen pablo pat patrick paul pavel pedro peter
    phil philip philippe pierre rafael rahul raj ralph ramon randy raul ray raymond recep reuben
    rex ricardo richard rick rob robert roberto rodney roger roland ron ronald ross roy rudy
    rufus rupert russell ryan saddam sam samuel saul scott sean sebastian sergei sergey seth
    shane shimon silvio simon stan stanley stefan stefano stephen steve steven stewart stuart
    sven ted terrence terry thomas tim timothy toby todd tom tomas tommy tony trevor vernon
    victor viktor vincent vladimir volodymyr walter warren wayne wesley will william winston
    wolfgang yahya yasser yitzhak yuri yusuf zachary
"""
_FEMALE_NAMES = """
    abigail adele agnes aisha alexandra alice alicia alison allison amanda amber amelia amina
    amy ana anastasia andrea angela angelina anita ann anna annabel anne annette annie anya
    april arlene ashley astrid audrey barbara beatrice becky bella benazir bernadette beth
    betsy betty beverley beverly bonnie brenda bridget brigitte britney camilla carla carly
    carmen carol caroline carolyn catherine cathy celia charlotte chelsea cheryl chloe christina
    christine cindy claire clara claudia condoleezza connie cristina crystal cynthia daisy dana
    daphne dawn deborah debra deirdre denise diana diane dolores donna doris dorothy edith
    eileen elaine eleanor elena elin elisa elise eliza elizabeth ella ellen elsa emily emma
    erica erin esther eva eve evelyn fatima felicity fiona florence frances gabriela gail
    georgia geraldine gina ginny gloria golda grace greta gwen hannah harriet heather heidi
    helen helena hilary hillary holly ida indira ines ingrid irena irene irina iris irma isabel
    isabella ivanka jacqueline jane janet janice jasmine jean jeanette jeanne jennifer jenny
    jessica jill joan joanna joanne jodi josephine joyce juanita judith judy julia juliana julie
    june karen karin kate katherine kathleen kathryn kathy katie katrina kellyanne kerry kim
    kimberly kirsten kristen kristin laura lauren layla leah leila lena lesley leslie leyla
    liliana lillian lily linda lisa liz lois lorraine louise lucia lucie lucille lucy lydia lynn
    lynne madeleine madeline maggie malala margaret margot maria mariam marian marianne marie
    marilyn marina marine marjorie marlene martha mary maryam maureen maya megan melania melanie
    melinda melissa mercedes meredith michele michelle mildred mira miranda miriam moira molly
    mona monica muriel nadia nancy naomi natalia natalie natasha nicola nicole nina nora norma
    olga olivia pamela patricia paula pauline penelope penny phoebe phyllis priscilla rachel
    rebecca regina renee rhonda rita roberta rosa rose rosemary rosie roxanne ruth sally
    samantha sandra sara sarah sharon sheila shelley shirley silvia simone sofia sonia sonya
    sophia sophie stacey stella stephanie sue susan susannah suzanne svetlana sylvia tamara
    tania tanya tara tatiana teresa theresa tiffany tina tracey tracy ursula valerie vanessa
    vera veronica victoria violet virginia vivian wanda wendy whitney winnie yolanda yulia
    yvette yvonne zainab zoe
"""
GENDERS = dict.fromkeys(_MALE_NAMES.split(), "m") | dict.fromkeys(_FEMALE_NAMES.split(), "f")
"""The gender, "m" or "f", that a given name in small letters most often tells."""
