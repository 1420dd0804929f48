"""A hundred claims of the built-in corpus told anew: sixty soundly, forty with an error each."""

SOUND = """\
Casey's review put forward twelve recommendations.
Ministers say they will carry out every one of the 12 recommendations.
Dame Louise Casey's audit looked at child sexual exploitation across England and Wales.
The audit took three months and was described as rapid.
Cooper called what the audit had found damning.
The audit was first announced back in January.
Casey's report says there was a collective failure to address the ethnicity of the gangs.
The ethnicity of abusers is often shied away from, according to Casey's report.
For two thirds of perpetrators ethnicity is still not recorded, her report found.
Cooper told MPs that collecting ethnicity and nationality data would become a formal requirement.
Cooper said suspects were often disproportionately likely to be Asian men.
Casey's report says that about half a million children a year are likely to experience sexual abuse.
Police recorded 100,000 offences of child sexual abuse and exploitation in 2024.
An estimated 17,100 of the offences are flagged as child sexual exploitation.
Cooper announced that the government would fund several local inquiries.
Cooper said £10 million of extra funding would go to the local inquiries and an audit.
In 2010 five men were jailed for grooming teenage girls in Rotherham.
There was a series of arrests in Rochdale in 2010.
Nine men were convicted in 2012 over grooming in Rochdale.
Alexis Jay's report on Rotherham came out in 2014.
Jay's report covered the years from 1997 to 2013.
Jay found that 1,400 children had been sexually exploited in Rotherham.
Jay claimed that police and council officials treated victims as troublesome teenagers.
The 2015 report found no evidence of any agency failing to act because of racial sensitivities.
A gang of men was jailed at Leeds Crown Court in 2018 for the sexual abuse of girls.
Tommy Robinson was jailed for contempt of court.
Robinson had livestreamed outside the court although there were reporting restrictions.
In 2022 the Conservative government turned down Oldham councillors' calls for a national inquiry.
Oldham's councillors asked again for a national inquiry in January 2025.
Jess Phillips rejected the request of the Oldham councillors.
Yvette Cooper formally announced a full national inquiry.
The prime minister announced a national inquiry as a result of Casey's findings.
The government was criticised for at first refusing a national inquiry.
Kemi Badenoch accused Cooper of being dragged to the announcement.
Elon Musk began to post regularly about UK grooming gangs on X.
Musk wrote that the officials responsible needed to be fired in shame.
Musk expressed sympathy for Tommy Robinson.
Musk called out Starmer for failing to act when he was director of public prosecutions.
Musk wrote that Starmer was complicit in the rape of Britain.
Musk called Jess Phillips an evil witch.
Phillips told ITV News that the attacks had turned her world upside down.
Musk wrote that he hoped this was a proper investigation.
The police will launch a new national criminal operation, Cooper announced.
The National Crime Agency is to oversee the new operation.
Rishi Sunak launched the Grooming Gangs Taskforce in 2023.
Around 550 suspects had been arrested by May 2024.
Police forces would be ordered to reopen some historic grooming cases, Cooper announced.
Cooper offered an “unequivocal apology for the unimaginable pain and suffering” of victims.
Cooper called the decades of offences a stain on our society.
Starmer said that his focus was on the victims.
Starmer was speaking from the G7 summit in Canada.
Badenoch said she couldn't believe her ears.
Badenoch said: “This is not a victory for politicians.”
Starmer accused the Conservatives of jumping on the bandwagon.
Casey recommends a wider legal definition of rape.
Casey recommends better collection and sharing of data between agencies.
Cooper promised more police investigations and more arrests.
The Conservatives tabled an amendment in January to force a national inquiry.
Labour whipped its MPs to vote the amendment down.
The amendment was defeated by a margin of over 200.
""".splitlines()
WRONG = """\
number | Casey's audit ended with 21 recommendations.
number | In Rotherham, Jay found, 4,100 children had been sexually exploited.
number | Police recorded 10,000 offences of child sexual abuse and exploitation in 2024.
number | Nineteen men were convicted in 2012 over grooming in Rochdale.
number | In 2010 fifteen men were jailed for grooming teenage girls in Rotherham.
number | The amendment was defeated by a margin of over 300.
number | Cooper said £100 million of extra funding would go to the local inquiries.
number | Around 5,500 suspects had been arrested by May 2024.
date | Jay's report on Rotherham was published in 2017.
date | Rishi Sunak launched the Grooming Gangs Taskforce in 2021.
date | Oldham's councillors asked again for a national inquiry in January 2023.
date | The men were jailed at Leeds Crown Court in 2012 for the sexual abuse of girls.
date | In 2016 five men were jailed for grooming teenage girls in Rotherham.
place | Jay found that 1,400 children had been sexually exploited in Rochdale.
place | In 2022 the Conservative government turned down Bradford councillors' calls for an inquiry.
place | The gang was jailed at Sheffield Crown Court in 2018 for the sexual abuse of girls.
speaker | Kemi Badenoch called the decades of offences a stain on our society.
speaker | Jess Phillips said that her focus was on the victims.
speaker | Keir Starmer told MPs that collecting ethnicity data would become a formal requirement.
speaker | Baroness Casey claimed that officials treated victims as troublesome teenagers.
person | Boris Johnson launched the Grooming Gangs Taskforce in 2023.
person | Yvette Cooper was sentenced to jail for contempt of court.
direction | Starmer called out Elon Musk for failing to act.
direction | Jess Phillips called Elon Musk an evil witch.
negated | Labour told its MPs to vote for the Conservatives' amendment.
negated | Jess Phillips granted the Oldham councillors' request for a national inquiry.
negated | The government will not implement Casey's 12 recommendations.
negated | The 2015 report found evidence of agencies not acting because of racial sensitivities.
overstated | For all perpetrators ethnicity is not recorded, Casey's report found.
overstated | Jay proved that officials had a culture of treating victims as troublesome.
overstated | Police forces would be ordered to reopen all historic grooming cases, Cooper announced.
overstated | The 550 suspects had all been convicted by May 2024.
misquoted | Casey wrote: “We must forget the wrongs of the past.”
misquoted | Cooper offered an “unqualified apology for the unimaginable pain and suffering”.
misquoted | Musk wrote: “I hope this is a serious investigation.”
misquoted | Badenoch said: “This is not a defeat for politicians.”
misattributed | Keir Starmer wrote: “We must right the wrongs of the past.”
misattributed | Yvette Cooper wrote: “I hope this is a proper investigation.”
unattributed | Starmer failed to act when he was director of public prosecutions.
unattributed | Starmer was complicit in the rape of Britain.
""".splitlines()
