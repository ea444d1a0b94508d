/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The English wordings (answer_lists.h). Those of Kano are the four answer sets that Berger et al.
 * 1993 discuss (kano_words.h), without what does not tell them apart.
 */
#include "survey/answer_lists.h"

/* NOLINTBEGIN(bugprone-suspicious-missing-comma): long ones go over several lines */
/* clang-format off */
static const sq_scale_words scales[] = {
    {AGREEMENT_5,
     {"strongly disagree=disagree strongly|completely disagree=disagree completely|"
      "totally disagree=disagree totally|fully disagree=disagree fully|entirely disagree="
      "disagree entirely|absolutely disagree=disagree absolutely|definitely disagree="
      "disagree definitely|disagree very much=very much disagree=disagree a lot|"
      "not at all agree=do not agree at all=dont agree at all=not agree at all",
      "disagree=do not agree=dont agree|somewhat disagree=disagree somewhat|slightly disagree="
      "disagree slightly|tend to disagree|mostly disagree=disagree mostly|generally disagree="
      "disagree generally|moderately disagree=disagree moderately|partly disagree="
      "partially disagree=disagree partly=disagree partially|rather disagree|disagree a little="
      "disagree a bit=disagree a little bit|mildly disagree=disagree mildly|quite disagree",
      "neither agree nor disagree=neither agree or disagree=neither disagree nor agree=neutral="
      "neither=neither nor|undecided|uncertain",
      "agree|somewhat agree=agree somewhat|slightly agree=agree slightly|tend to agree|"
      "mostly agree=agree mostly|generally agree=agree generally|moderately agree="
      "agree moderately|partly agree=partially agree=agree partly=agree partially|rather agree|"
      "agree a little=agree a bit=agree a little bit|mildly agree=agree mildly|quite agree",
      "strongly agree=agree strongly|completely agree=agree completely|totally agree="
      "agree totally|fully agree=agree fully|entirely agree=agree entirely|absolutely agree="
      "agree absolutely|definitely agree=agree definitely|agree very much=very much agree="
      "agree a lot"}},
    {AGREEMENT_7,
     {"strongly disagree=disagree strongly|completely disagree=disagree completely|"
      "totally disagree=disagree totally|fully disagree=disagree fully|entirely disagree="
      "disagree entirely|absolutely disagree=disagree absolutely|definitely disagree="
      "disagree definitely|disagree very much=very much disagree=disagree a lot",
      "disagree=do not agree=dont agree|mostly disagree=disagree mostly|generally disagree="
      "disagree generally|moderately disagree=disagree moderately|quite disagree",
      "somewhat disagree=disagree somewhat|slightly disagree=disagree slightly|"
      "tend to disagree|partly disagree=partially disagree=disagree partly=disagree partially|"
      "rather disagree|disagree a little=disagree a bit=disagree a little bit|mildly disagree="
      "disagree mildly",
      "neither agree nor disagree=neither agree or disagree=neither disagree nor agree=neutral="
      "neither=neither nor|undecided|uncertain",
      "somewhat agree=agree somewhat|slightly agree=agree slightly|tend to agree|partly agree="
      "partially agree=agree partly=agree partially|rather agree|agree a little=agree a bit="
      "agree a little bit|mildly agree=agree mildly",
      "agree|mostly agree=agree mostly|generally agree=agree generally|moderately agree="
      "agree moderately|quite agree",
      "strongly agree=agree strongly|completely agree=agree completely|totally agree="
      "agree totally|fully agree=agree fully|entirely agree=agree entirely|absolutely agree="
      "agree absolutely|definitely agree=agree definitely|agree very much=very much agree="
      "agree a lot"}},
    {AGREEMENT_STRONG_7,
     {"very strongly disagree=disagree very strongly|completely disagree=disagree completely|"
      "totally disagree=disagree totally|fully disagree=disagree fully|entirely disagree="
      "disagree entirely|absolutely disagree=disagree absolutely",
      "strongly disagree=disagree strongly",
      "disagree=do not agree=dont agree",
      "neither agree nor disagree=neither agree or disagree=neither disagree nor agree=neutral="
      "neither=neither nor|undecided|uncertain",
      "agree",
      "strongly agree=agree strongly",
      "very strongly agree=agree very strongly|completely agree=agree completely|totally agree="
      "agree totally|fully agree=agree fully|entirely agree=agree entirely|absolutely agree="
      "agree absolutely"}},
    {AGREEMENT_MILD_5,
     {"disagree=do not agree=dont agree",
      "somewhat disagree=disagree somewhat|slightly disagree=disagree slightly|"
      "tend to disagree|partly disagree=partially disagree=disagree partly=disagree partially|"
      "rather disagree|disagree a little=disagree a bit=disagree a little bit|mildly disagree="
      "disagree mildly",
      "neither agree nor disagree=neither agree or disagree=neither disagree nor agree=neutral="
      "neither=neither nor|undecided|uncertain",
      "somewhat agree=agree somewhat|slightly agree=agree slightly|tend to agree|partly agree="
      "partially agree=agree partly=agree partially|rather agree|agree a little=agree a bit="
      "agree a little bit|mildly agree=agree mildly",
      "agree"}},
    {SATISFACTION_5,
     {"very dissatisfied=very unsatisfied|extremely dissatisfied=extremely unsatisfied|"
      "completely dissatisfied=completely unsatisfied|totally dissatisfied=totally unsatisfied|"
      "highly dissatisfied=highly unsatisfied|fully dissatisfied=fully unsatisfied|"
      "entirely dissatisfied=entirely unsatisfied|strongly dissatisfied=strongly unsatisfied",
      "dissatisfied=unsatisfied|somewhat dissatisfied=somewhat unsatisfied|fairly dissatisfied="
      "fairly unsatisfied|mostly dissatisfied=mostly unsatisfied|quite dissatisfied="
      "quite unsatisfied|rather dissatisfied=rather unsatisfied|generally dissatisfied="
      "generally unsatisfied",
      "neither satisfied nor dissatisfied=neither dissatisfied nor satisfied="
      "neither satisfied or dissatisfied=neither satisfied nor unsatisfied=neutral=neither="
      "neither nor|indifferent|undecided",
      "satisfied|somewhat satisfied|fairly satisfied|mostly satisfied|quite satisfied|"
      "rather satisfied|generally satisfied",
      "very satisfied|extremely satisfied|completely satisfied|totally satisfied|"
      "highly satisfied|fully satisfied|entirely satisfied|strongly satisfied"}},
    {SATISFACTION_7,
     {"very dissatisfied=very unsatisfied|extremely dissatisfied=extremely unsatisfied|"
      "completely dissatisfied=completely unsatisfied|totally dissatisfied=totally unsatisfied|"
      "highly dissatisfied=highly unsatisfied|fully dissatisfied=fully unsatisfied|"
      "entirely dissatisfied=entirely unsatisfied|strongly dissatisfied=strongly unsatisfied",
      "dissatisfied=unsatisfied|moderately dissatisfied=moderately unsatisfied|"
      "mostly dissatisfied=mostly unsatisfied|quite dissatisfied=quite unsatisfied|"
      "generally dissatisfied=generally unsatisfied",
      "somewhat dissatisfied=somewhat unsatisfied|slightly dissatisfied=slightly unsatisfied|"
      "a little dissatisfied=a little unsatisfied=a bit dissatisfied=a bit unsatisfied|"
      "fairly dissatisfied=fairly unsatisfied|rather dissatisfied=rather unsatisfied|"
      "partly dissatisfied=partly unsatisfied",
      "neither satisfied nor dissatisfied=neither dissatisfied nor satisfied="
      "neither satisfied or dissatisfied=neither satisfied nor unsatisfied=neutral=neither="
      "neither nor|indifferent|undecided",
      "somewhat satisfied|slightly satisfied|a little satisfied=a bit satisfied|"
      "fairly satisfied|rather satisfied|partly satisfied",
      "satisfied|moderately satisfied|mostly satisfied|quite satisfied|generally satisfied",
      "very satisfied|extremely satisfied|completely satisfied|totally satisfied|"
      "highly satisfied|fully satisfied|entirely satisfied|strongly satisfied"}},
    {SATISFACTION_STRONG_7,
     {"extremely dissatisfied=extremely unsatisfied|completely dissatisfied="
      "completely unsatisfied|totally dissatisfied=totally unsatisfied|fully dissatisfied="
      "fully unsatisfied|entirely dissatisfied=entirely unsatisfied",
      "very dissatisfied=very unsatisfied|highly dissatisfied=highly unsatisfied",
      "dissatisfied=unsatisfied|somewhat dissatisfied=somewhat unsatisfied|"
      "slightly dissatisfied=slightly unsatisfied|a little dissatisfied=a little unsatisfied="
      "a bit dissatisfied=a bit unsatisfied|fairly dissatisfied=fairly unsatisfied|"
      "rather dissatisfied=rather unsatisfied",
      "neither satisfied nor dissatisfied=neither dissatisfied nor satisfied="
      "neither satisfied or dissatisfied=neither satisfied nor unsatisfied=neutral=neither="
      "neither nor|indifferent|undecided",
      "satisfied|somewhat satisfied|slightly satisfied|a little satisfied=a bit satisfied|"
      "fairly satisfied|rather satisfied",
      "very satisfied|highly satisfied",
      "extremely satisfied|completely satisfied|totally satisfied|fully satisfied|"
      "entirely satisfied"}},
    {SATISFACTION_MILD_5,
     {"dissatisfied=unsatisfied",
      "somewhat dissatisfied=somewhat unsatisfied|slightly dissatisfied=slightly unsatisfied|"
      "a little dissatisfied=a little unsatisfied=a bit dissatisfied=a bit unsatisfied|"
      "rather dissatisfied=rather unsatisfied|partly dissatisfied=partly unsatisfied",
      "neither satisfied nor dissatisfied=neither dissatisfied nor satisfied="
      "neither satisfied or dissatisfied=neither satisfied nor unsatisfied=neutral=neither="
      "neither nor|indifferent|undecided",
      "somewhat satisfied|slightly satisfied|a little satisfied=a bit satisfied|"
      "rather satisfied|partly satisfied",
      "satisfied"}},
    {SATISFACTION_HOW_5,
     {"not at all satisfied=not satisfied at all|not satisfied",
      "slightly satisfied|a little satisfied=a bit satisfied|not so satisfied|"
      "not very satisfied=not too satisfied",
      "moderately satisfied|somewhat satisfied|fairly satisfied",
      "very satisfied|quite satisfied|mostly satisfied",
      "extremely satisfied|completely satisfied|totally satisfied|fully satisfied"}},
    {SATISFACTION_HOW_4,
     {"not at all satisfied=not satisfied at all",
      "not very satisfied=not too satisfied|not so satisfied|slightly satisfied",
      "fairly satisfied|somewhat satisfied|rather satisfied|quite satisfied|"
      "moderately satisfied",
      "very satisfied|extremely satisfied|completely satisfied"}},
    {FREQUENCY_5,
     {"never=not ever|none of the time",
      "rarely|seldom|hardly ever|almost never|a little of the time",
      "sometimes|occasionally|some of the time|now and then",
      "often=frequently|usually|fairly often|regularly|most of the time|almost always",
      "always|very often=very frequently|all of the time=all the time|every time"}},
    {FREQUENCY_4,
     {"never=not ever",
      "rarely|seldom|hardly ever|sometimes|occasionally",
      "often=frequently|usually|regularly|most of the time",
      "always|all of the time=all the time|every time"}},
    {FREQUENCY_LOW_4,
     {"never=not ever",
      "rarely|seldom|hardly ever|almost never",
      "sometimes|occasionally",
      "often=frequently|very often=very frequently|regularly"}},
    {FREQUENCY_6,
     {"never=not ever",
      "rarely|seldom|hardly ever|almost never",
      "sometimes|occasionally",
      "often=frequently|regularly",
      "very often=very frequently|usually|almost always",
      "always|every time"}},
    {FREQUENCY_RARE_6,
     {"never=not ever",
      "very rarely|almost never",
      "rarely|seldom",
      "occasionally|sometimes",
      "often=frequently",
      "very often=very frequently|always"}},
    {FREQUENCY_7,
     {"never=not ever",
      "very rarely|almost never",
      "rarely|seldom",
      "sometimes|occasionally",
      "often=frequently",
      "very often=very frequently|almost always|usually",
      "always|every time"}},
    {FREQUENCY_USUAL_7,
     {"never=not ever",
      "rarely|seldom|almost never",
      "occasionally",
      "sometimes",
      "often=frequently",
      "usually|very often=very frequently|almost always",
      "always|every time"}},
    {LIKELIHOOD_5,
     {"very unlikely|extremely unlikely|highly unlikely|most unlikely|definitely not="
      "definitely would not=definitely will not=definitely wont=definitely wouldnt="
      "no definitely not",
      "unlikely|somewhat unlikely|rather unlikely|fairly unlikely|quite unlikely|probably not="
      "probably would not=probably will not=probably wont=probably wouldnt",
      "neither likely nor unlikely=neither unlikely nor likely=neither likely or unlikely="
      "neutral=neither=neither nor|might or might not=may or may not=might or might not happen|"
      "undecided",
      "likely|somewhat likely|rather likely|fairly likely|quite likely|probably=probably would="
      "probably will=probably yes",
      "very likely|extremely likely|highly likely|most likely|definitely=definitely would="
      "definitely will=definitely yes=yes definitely"}},
    {LIKELIHOOD_7,
     {"very unlikely|extremely unlikely|highly unlikely|most unlikely",
      "unlikely|moderately unlikely|quite unlikely",
      "somewhat unlikely|slightly unlikely|a little unlikely=a bit unlikely|rather unlikely|"
      "fairly unlikely",
      "neither likely nor unlikely=neither unlikely nor likely=neither likely or unlikely="
      "neutral=neither=neither nor|undecided",
      "somewhat likely|slightly likely|a little likely=a bit likely|rather likely|fairly likely",
      "likely|moderately likely|quite likely",
      "very likely|extremely likely|highly likely|most likely"}},
    {LIKELIHOOD_STRONG_7,
     {"extremely unlikely|most unlikely",
      "very unlikely|highly unlikely",
      "unlikely|somewhat unlikely|slightly unlikely|a little unlikely=a bit unlikely|"
      "rather unlikely|fairly unlikely",
      "neither likely nor unlikely=neither unlikely nor likely=neither likely or unlikely="
      "neutral=neither=neither nor|undecided",
      "likely|somewhat likely|slightly likely|a little likely=a bit likely|rather likely|"
      "fairly likely",
      "very likely|highly likely",
      "extremely likely|most likely"}},
    {LIKELIHOOD_HOW_5,
     {"not at all likely=not likely at all|not likely",
      "slightly likely=a little likely|not so likely|not very likely=not too likely",
      "moderately likely|somewhat likely|fairly likely",
      "very likely|quite likely",
      "extremely likely|completely likely"}},
    {QUALITY_5,
     {"very poor|extremely poor|terrible|awful|unacceptable",
      "poor",
      "fair|average|acceptable|adequate|satisfactory|ok=okay=o k|neutral|neither good nor poor="
      "neither poor nor good",
      "good",
      "very good|excellent|extremely good|outstanding"}},
    {QUALITY_GOOD_5,
     {"poor",
      "fair|average|satisfactory|acceptable",
      "good",
      "very good",
      "excellent|outstanding|exceptional"}},
    {QUALITY_AVERAGE_5,
     {"poor|very poor|well below average=far below average|much below average",
      "below average",
      "average",
      "above average",
      "excellent|very good|well above average=far above average|much above average"}},
    {QUALITY_4,
     {"poor",
      "fair|average|satisfactory|acceptable",
      "good",
      "excellent"}},
    {QUALITY_6,
     {"very poor|terrible|extremely poor",
      "poor",
      "fair|average|satisfactory|acceptable",
      "good",
      "very good",
      "excellent|outstanding|exceptional"}},
    {QUALITY_7,
     {"extremely poor|exceptionally poor|terrible",
      "very poor",
      "poor",
      "fair|average|neutral|acceptable|satisfactory",
      "good",
      "very good",
      "excellent|exceptional|outstanding|extremely good|exceptionally good"}},
    {IMPORTANCE_5,
     {"very unimportant|extremely unimportant|completely unimportant|totally unimportant",
      "unimportant|somewhat unimportant|fairly unimportant|rather unimportant",
      "neutral=neither important nor unimportant=neither unimportant nor important=neither="
      "neither nor",
      "important|somewhat important|fairly important|rather important",
      "very important|extremely important|highly important"}},
    {IMPORTANCE_HOW_5,
     {"not at all important=not important at all|not important|unimportant",
      "slightly important=a little important|of little importance=little importance="
      "low importance|not so important|not very important=not too important",
      "moderately important|somewhat important|fairly important|of moderate importance="
      "moderate importance",
      "very important|quite important|of high importance=high importance|of great importance="
      "great importance",
      "extremely important|absolutely important|critically important|most important|essential|"
      "critical|absolutely essential"}},
    {IMPORTANCE_PLAIN_5,
     {"not at all important=not important at all|not important|unimportant",
      "slightly important=a little important|of little importance=little importance="
      "low importance|not so important|not very important=not too important",
      "moderately important|somewhat important|fairly important|neutral",
      "important",
      "very important|extremely important|highly important"}},
    {IMPORTANCE_HOW_4,
     {"not at all important=not important at all|not important|unimportant",
      "slightly important=a little important|of little importance=little importance="
      "low importance|not so important|not very important=not too important|somewhat important",
      "fairly important|quite important|moderately important|important",
      "very important|extremely important"}},
    {IMPORTANCE_7,
     {"very unimportant|extremely unimportant|completely unimportant|totally unimportant",
      "unimportant|moderately unimportant|quite unimportant",
      "somewhat unimportant|slightly unimportant|a little unimportant=a bit unimportant|"
      "rather unimportant|fairly unimportant",
      "neutral=neither important nor unimportant=neither unimportant nor important=neither="
      "neither nor",
      "somewhat important|slightly important|a little important=a bit important|"
      "rather important|fairly important",
      "important|moderately important|quite important",
      "very important|extremely important|highly important"}},
    {EXPECTATION_5,
     {"far below expectations=far below my expectations=well below expectations="
      "much below expectations|much worse than expected=much worse than i expected|"
      "far worse than expected|did not meet expectations at all",
      "below expectations=below my expectations|worse than expected=worse than i expected|"
      "somewhat worse than expected|did not meet expectations=does not meet expectations|"
      "somewhat below expectations",
      "met expectations=meets expectations=met my expectations=meets my expectations="
      "as expected=as i expected=about as expected=equal to expectations|just as expected",
      "above expectations=above my expectations|exceeded expectations=exceeds expectations="
      "exceeded my expectations=exceeds my expectations|better than expected="
      "better than i expected|somewhat better than expected|somewhat above expectations",
      "far above expectations=far above my expectations=well above expectations="
      "much above expectations|far exceeded expectations=far exceeds expectations="
      "greatly exceeded expectations=greatly exceeds expectations|much better than expected="
      "much better than i expected|far better than expected"}},
    {EASE_5,
     {"very difficult=very hard|extremely difficult=extremely hard",
      "difficult=hard|somewhat difficult=somewhat hard|fairly difficult=fairly hard|"
      "quite difficult=quite hard|rather difficult=rather hard",
      "neutral=neither easy nor difficult=neither difficult nor easy=neither=neither nor",
      "easy|somewhat easy|fairly easy|quite easy|rather easy",
      "very easy|extremely easy"}},
    {EASE_7,
     {"very difficult=very hard|extremely difficult=extremely hard",
      "difficult=hard|moderately difficult=moderately hard|quite difficult=quite hard",
      "somewhat difficult=somewhat hard|slightly difficult=slightly hard|fairly difficult="
      "fairly hard|rather difficult=rather hard",
      "neutral=neither easy nor difficult=neither difficult nor easy=neither=neither nor",
      "somewhat easy|slightly easy|fairly easy|rather easy",
      "easy|moderately easy|quite easy",
      "very easy|extremely easy"}},
    {DEGREE_5,
     {"not at all=none at all=not in the least",
      "slightly=a little=a little bit=to a small extent=a bit",
      "moderately|somewhat=to some extent=to a moderate extent",
      "quite a bit=quite a lot=considerably=a lot=to a large extent|very",
      "extremely|completely=totally=fully|very much=a great deal=to a great extent="
      "to a very large extent"}},
    {DEGREE_4,
     {"not at all=none at all=not in the least",
      "slightly=a little=a little bit=to a small extent=a bit",
      "somewhat=to some extent|moderately|quite a bit=quite a lot=a lot",
      "very much=a great deal=to a great extent|extremely|completely=totally=fully|very"}},
    {KANO_5,
     {"like=like it=like that=like this=like it very much=like it a lot=really like it="
      "would like it=enjoy=enjoy it=would enjoy it=love it=would love it="
      "would be very helpful to me=very helpful to me=very helpful",
      "must be=must have=must have it=should be=has to be=expect=expect it=expect that="
      "expect this=expected=is expected=expecting it=is a basic necessity or i expect it="
      "is a basic necessity=basic necessity=is a basic requirement for me="
      "is a basic requirement=basic requirement for me=basic requirement",
      "neutral=am neutral=feel neutral=indifferent=am indifferent=do not care="
      "would not affect me=does not affect me=does not matter=does not matter to me="
      "no preference=have no preference",
      "live with=live with it=can live with=can live with it=can live with that="
      "can live with this=could live with it=dislike it but i can live with it="
      "dislike it but can live with it=do not like it but i can live with it="
      "would be a minor inconvenience=is a minor inconvenience=minor inconvenience=tolerate="
      "tolerate it=can tolerate=can tolerate it=can tolerate that=can tolerate this=can accept="
      "can accept it",
      "dislike=dislike it=dislike that=dislike this=dislike it very much=strongly dislike it="
      "would dislike it=do not like=do not like it=do not like that=do not like this="
      "would not like it=hate it=can not accept it=can not tolerate it=can not live with it="
      "dislike it and i can not accept it=dislike it and can not accept it="
      "would be a major problem for me=is a major problem for me=major problem for me="
      "major problem"}},
};

static const char no_answer[] =
    "n a|na|nan|null|nil|not applicable|not applicable to me|does not apply|no answer|"
    "no answer given|not answered|unanswered|did not answer|no response|not stated|missing|"
    "skipped|skip|question skipped|dont know|do not know|i dont know|i do not know|"
    "dont know no answer|dk|idk|not sure|im not sure|i am not sure|unsure|cant say|cannot say|"
    "can not say|cant choose|prefer not to answer|prefer not to say|prefer not to respond|"
    "prefer not to disclose|i prefer not to answer|i prefer not to say|id rather not say|"
    "rather not say|would rather not say|decline to answer|declined to answer|declined|"
    "decline to state|refused|refused to answer|refuse to answer|refusal|no opinion given";
/* clang-format on */
/* NOLINTEND(bugprone-suspicious-missing-comma) */

const sq_answer_language sq_english_answers = {scales, sizeof scales / sizeof *scales, no_answer};
