"""Factuality is the holder's: plans, doubts, denials and conditions are told apart, with the words that show them."""

import pytest

from twosource.domain.article import Article
from twosource.domain.identity import identity
from twosource.domain.reading import Reading
from twosource.domain.sentence import Sentence
from twosource.domain.span import Span
from twosource.domain.statement import Factuality, Statement
from twosource.inference.model import LanguageModel
from twosource.stages.within_article.factuality import Factualities


def judged(model: LanguageModel, text: str, words: str | None = None, cue: str | None = None, *, own: bool = True) -> Factuality:
    """The factuality of one statement made by hand: the sentence, or these words of it with the head that the parse gives them."""
    article = Article(ref="x", text=text)
    tokens = model.parse([text])[0][0]
    sentence = Sentence(id="t1", article=article.id, evidence=(Span(0, len(text)),), tokens=tokens, paragraph=0)
    start = text.index(words) if words else 0
    span = Span(start, start + len(words) if words else len(text))
    inside = [i for i, t in enumerate(tokens) if span.start <= t.start and t.end <= span.end]
    head = next(i for i in inside if tokens[i].head not in inside or tokens[i].head == i)
    cued = Span(text.index(cue), text.index(cue) + len(cue)) if cue else None
    statement = Statement(
        id=identity("s", words), article=article.id, evidence=(span,), sentence="t1", head=head, voice="own" if own else "paraphrase", cue=cued
    )
    (found,) = next(iter(Factualities().run([Reading(article, (sentence, statement))])))
    assert isinstance(found, Factuality)
    return found


@pytest.mark.parametrize(
    ("text", "value", "time", "commitment"),
    [
        ("The duke visited Marlow.", "CT+", "past", None),
        ("The duke is visiting Marlow.", "CT+", "present", None),
        ("The duke will visit Marlow.", "CT+", "future", "will"),
        ("The duke promised to visit Marlow.", "CT+", "future", "promised"),
        ("The duke has yet to arrive.", "CT-", None, None),
        ("The duke ruled out a visit.", "CT-", "past", None),
        ("The duke did not rule out a visit.", "PS+", "past", None),
        ("The duke rejected the claim that he had paid.", "CT-", "past", None),
        ("The duke rejected the offer.", "CT+", "past", None),
        ("No-one saw the duke.", "CT-", "past", None),
        ("The club no longer has a coach.", "CT-", "present", None),
        ("The duke hardly ever visits Marlow.", "CT-", "present", None),
        ("Hardly anyone came.", "CT-", "past", None),
        ("At no point did the pilot ask for help.", "CT-", None, None),
        ("The duke did nothing but wait.", "CT+", "past", None),
        ("Nothing less than the future of the town is at stake.", "CT+", "present", None),
        ("The army fired the shots, not the police.", "CT+", "past", None),
        ("The players, not the coach, made the decision.", "CT+", "past", None),
        ("The duke rejected accusations of fraud.", "CT-", "past", None),
        ("The duke dismissed the report as a piece of gossip.", "CT+", "past", None),
        ("The firm is said to have paid the men.", "PR+", None, None),
        ("It was unclear if the ship had been sold.", "Uu", None, None),
        ("The duke made clear that he would not come.", "CT-", "future", "will"),
        ("There was a lack of evidence.", "CT-", "past", None),
        ("The duke hardly spoke.", "CT-", "past", None),
        ("The charges, which the duke has denied", "CT-", "past", None),
        ("The duke intends to visit Marlow.", "PR+", "future", "intends"),
        ("The duke plans to visit Marlow.", "CT+", "future", "plans"),
        ("The duke wants to visit Marlow.", "CT+", "future", "wants"),
        ("The duke does not plan to visit Marlow.", "CT-", "future", "plans"),
        ("The duke is willing to visit Marlow.", "PR+", "future", "willing"),
        ("The duke expressed readiness to visit Marlow.", "PR+", "future", "ready"),
        ("The duke may visit Marlow.", "PS+", "future", "may"),
        ("The duke might not visit Marlow.", "PS-", "future", "may"),
        ("The duke will not visit Marlow.", "CT-", "future", "will"),
        ("The duke never visited Marlow.", "CT-", "past", None),
        ("The duke couldn’t reach Marlow.", "CT-", None, None),
        ("No date has been set.", "CT-", "past", None),
        ("Nobody was hurt.", "CT-", "past", None),
        ("Not many people came.", "CT-", "past", None),
        ("The delay sparked fears that the dam would burst.", "PS+", "future", None),
        ("The duke calmed fears that the dam would burst.", "CT+", "past", None),
        ("The tests suggest it is not leaking.", "PR-", "present", None),
        ("Fire was the likely cause.", "PR+", "past", None),
        ("Most of them are likely voters.", "CT+", "present", None),
        ("The duke failed to reach Marlow.", "CT-", "past", None),
        ("The duke decided not to visit Marlow.", "CT-", None, None),
        ("The duke denied the allegations.", "CT-", "past", None),
        ("The duke is likely to visit Marlow.", "PR+", None, None),
        ("The duke is unlikely to visit Marlow.", "PR-", None, None),
        ("The duke apparently left Marlow.", "PR+", "past", None),
        ("The duke must have left Marlow.", "PR+", None, None),
        ("The duke does not expect the guards to leave.", "PR-", "future", "expects"),
        ("Has the duke left Marlow?", "Uu", None, None),
        ("The duke would win the vote if he ran.", "PR+", "future", None),
        ("If the storm hits Marlow, the pier will be closed.", "CT+", "future", "will"),
        ("If nobody pays, there should be no deal.", "CT-", "future", None),
        ("Nine jobs are at stake if the pier is closed.", "CT+", "present", None),
        ("The find looks old, if the tests are right.", "PS+", "present", None),
        ("If confirmed, the find is the oldest in Marlow.", "PS+", "present", None),
        ("The duke threatened to close the pier.", "CT+", "future", "threatens"),
        ("The duke could not possibly have known.", "CT-", None, None),
        ("The duke can be seen climbing the tower.", "CT+", None, None),
        ("The guards can usually stop a thief.", "CT+", None, None),
        ("The guards can stop a thief.", "CT+", None, None),
        ("The guards can stop a thief if they run.", "PS+", None, None),
        ("The duke was nowhere near the pier.", "CT-", "past", None),
        ("The lone “no” vote was the duke.", "CT+", "past", None),
        ("No vote was held.", "CT-", "past", None),
        ("The letters include a warning that one of the dams could burst soon.", "PS+", "future", None),
        ("The photo supports the allegation that he had paid the men.", "PR+", None, None),
        ("The vote raised the prospect of a strike.", "PS+", None, None),
        ("On Sunday rumors swirled that the duke had left.", "PS+", None, None),
        ("The fears he had were soon gone.", "CT+", "past", None),
        ("There is intelligence that the guards left.", "PR+", None, None),
        ("It is understood that the duke left.", "PR+", "past", None),
        ("The ships are understood to have left.", "PR+", None, None),
        ("We are pretty sure the duke left.", "PR+", "past", None),
        ("We are sure the duke left.", "CT+", None, None),
        ("The court seemed inclined to free the duke.", "PR+", "future", None),
        ("The new road was made possible by a gift.", "CT+", "past", None),
        ("The bell weighed nine tons when it fell.", "CT+", "past", None),
        ("The bank is weighing a sale.", "PS+", "future", "considers"),
        ("The duke is considering a sale.", "PS+", "future", "considers"),
        ("The plan is an easy answer, if a little slow.", "CT+", "present", None),
        ("The news could not have been better for the duke.", "CT+", None, None),
        ("The price cannot be lower than nine crowns.", "CT-", None, None),
        ("The ship would unlikely reach Marlow.", "PR-", "future", None),
        ("The duke has not said whether he will visit Marlow.", "CT-", None, None),
        ("The duke declined to say whether he will visit Marlow.", "CT-", None, None),
        ("The court will decide whether the duke lied.", "CT+", "future", "will"),
        ("The duke has not decided whether to visit Marlow.", "CT-", None, None),
        ("The duke does not know whether the guards will leave.", "Uu", None, None),
        ("Such mushrooms can be found near Marlow.", "CT+", None, None),
        ("The guards can find the duke.", "CT+", None, None),
        ("Her new song, Don’t Look Back, was played in Marlow.", "CT+", "past", None),
        ("The duke wants people to know there was no fire.", "CT-", "past", None),
        ("The duke left not long after the fire.", "CT+", "past", None),
        ("The duke not only visited Marlow but stayed.", "CT+", "past", None),
        ("There is no doubt that the duke left.", "CT+", None, None),
        ("The duke has gone three weeks without visiting Marlow.", "CT-", None, None),
        ("The duke has not gone a day without visiting Marlow.", "CT+", None, None),
        ("The duke went home without paying the guards.", "CT+", "past", None),
        ("You don't have to be a guard to know the duke left Marlow.", "CT+", "past", None),
        ("It does not take a guard to see that nobody left Marlow.", "CT-", "past", None),
        ("The guards do not need to know that the duke left.", "CT-", None, None),
        ("The duke will be hard pressed to pay the guards.", "PR-", "future", None),
    ],
)
def test_own_voice(model: LanguageModel, text: str, value: str, time: str | None, commitment: str | None) -> None:
    found = judged(model, text)
    assert found.value == value
    assert time is None or found.time == time
    assert commitment is None or found.commitment == commitment


@pytest.mark.parametrize(
    ("text", "words", "cue", "value"),
    [
        ("The guard said the duke left Marlow.", "the duke left Marlow", "said", "CT+"),
        ("The guard denied that the duke left Marlow.", "the duke left Marlow", "denied", "CT-"),
        ("The guard believes the duke left Marlow.", "the duke left Marlow", "believes", "PR+"),
        ("The guard does not think the duke left Marlow.", "the duke left Marlow", "think", "PR-"),
        ("The guard is concerned that the dam leaks.", "the dam leaks", "concerned", "PS+"),
        ("The guard suspects that the duke left Marlow.", "the duke left Marlow", "suspects", "PR+"),
        ("The guard hoped that the duke would leave.", "the duke would leave", "hoped", "PS+"),
        ("The guard asked whether the duke left Marlow.", "whether the duke left Marlow", "asked", "Uu"),
        ("“Picture of the duke not from us,” the guard said.", "Picture of the duke not from us", "said", "CT-"),
        ("The duke has reportedly left Marlow, according to the guard.", "The duke has reportedly left Marlow", "according to", "CT+"),
    ],
)
def test_attributed(model: LanguageModel, text: str, words: str, cue: str, value: str) -> None:
    assert judged(model, text, words, cue, own=False).value == value


@pytest.mark.parametrize(
    ("text", "value", "trigger"),
    [
        ("Nowhere does the report name the duke.", "CT-", "Nowhere"),
        ("Never before has the river been so high.", "CT-", "Never"),
        ("Not once did the duke call.", "CT-", "Not"),
        ("At no time was the crew in danger.", "CT-", "no"),
        ("The ship was there in no time.", "CT+", None),
        ("The vote is far from over.", "CT-", "far"),
        ("The village is far from the sea.", "CT+", None),
        ("The duke was anything but calm.", "CT-", "anything"),
        ("The crew is without food.", "CT-", "without"),
        ("There was zero chance that the duke would leave.", "CT-", "chance"),
        ("It was zero degrees in Marlow.", "CT+", None),
        ("What is not included is the boat.", "CT-", "not"),
        ("That’s not what happened.", "CT-", "not"),
        ("The duke took no questions.", "CT-", "no"),
        ("There was no question that the duke won.", "CT+", None),
        ("No fewer than nine ships sank.", "CT+", None),
        ("It was not long before the ship sank.", "CT+", None),
        ("The duke had no choice but to resign.", "CT+", None),
        ("The duke did not hesitate to pay.", "CT+", None),
        ("The duke decided against running.", "CT-", "against"),
        ("The duke was too ill to vote.", "CT-", "too"),
        ("It is false that the duke paid.", "CT-", "false"),
        ("The story is false.", "CT+", None),
        ("The guards paid for the pier, certainly not the duke.", "CT+", None),
        ("The guards, not the duke, paid for the pier.", "CT+", None),
        ("The claim is, however, not true.", "CT-", "not"),
        ("A strict no fires rule was passed in Marlow.", "CT+", None),
    ],
)
def test_turns_of_negation(model: LanguageModel, text: str, value: str, trigger: str | None) -> None:
    found = judged(model, text)
    assert found.value == value
    assert trigger is None or (found.trigger is not None and found.trigger.of(text) == trigger)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("There is little chance that the duke will resign.", "PR-"),
        ("The bill has virtually no chance of passing.", "PR-"),
        ("There is no chance that the duke will resign.", "CT-"),
        ("The law has the potential to harm the town.", "PS+"),
        ("The duke has a chance of winning.", "PS+"),
        ("A strike is a possibility.", "PS+"),
        ("The most likely cause is arson.", "PR+"),
        ("It looks as if the duke will resign.", "PR+"),
        ("The duke looks set to resign.", "PR+"),
        ("The duke looked tired as he left.", "CT+"),
        ("The duke is poised to win.", "PR+"),
        ("The duke is presumed dead.", "PR+"),
        ("The duke is supposed to resign.", "PR+"),
        ("The duke is thinking of running.", "PS+"),
        ("The duke refused to rule out a strike.", "PS+"),
        ("The duke appeared on a show about sailing.", "CT+"),
        ("The duke could not help but laugh.", "CT+"),
        ("The duke cannot help laughing.", "CT+"),
        ("I would say that the duke may win.", "PS+"),
        ("We can confirm that the duke is ill.", "CT+"),
        ("The guards “are open” to sharing the pier.", "PR+"),
        ("I think the duke will win.", "PR+"),
        ("I think the duke is a fool.", "CT+"),
        ("Considering that the firm pays well, the job is a good one.", "CT+"),
    ],
)
def test_turns_of_doubt(model: LanguageModel, text: str, value: str) -> None:
    assert judged(model, text).value == value


def test_who_suggests_that_something_be_done_finds_it_no_likelier(model: LanguageModel) -> None:
    text = "The guard suggested that the duke leave the town at once."
    assert judged(model, text, "the duke leave the town at once", "suggested", own=False).value == "CT+"


def test_what_somebody_thinks_will_be_is_probable(model: LanguageModel) -> None:
    assert judged(model, "I think the duke will win the vote.", "the duke will win the vote", "think", own=False).value == "PR+"
    assert judged(model, "I think the duke lost the vote.", "the duke lost the vote", "think", own=False).value == "CT+"


def test_a_chance_needs_no_that(model: LanguageModel) -> None:
    text = "There is a chance the duke has left the town."
    assert judged(model, text, "the duke has left the town").value == "PS+"


def test_a_rumor_that_is_confirmed_is_none(model: LanguageModel) -> None:
    text = "The paper confirmed rumors that the duke left Marlow."
    assert judged(model, text, "the duke left Marlow", "rumors", own=False).value == "CT+"
    assert judged(model, text.replace("confirmed", "spread"), "the duke left Marlow", "rumors", own=False).value == "PS+"


def test_what_is_told_by_the_way_is_feared_by_nobody(model: LanguageModel) -> None:
    text = "The guards expressed concern that the duke, who left Marlow in May, would come back."
    assert judged(model, text, "who left Marlow in May", "expressed concern", own=False).value == "CT+"


def test_reportedly_tells_of_a_source_and_is_as_sure(model: LanguageModel) -> None:
    assert judged(model, "The duke has reportedly left Marlow.").value == "CT+"
    assert judged(model, "The duke has allegedly left Marlow.").value == "PR+"


def test_what_is_asked_in_a_quotation_is_left_open(model: LanguageModel) -> None:
    text = "“Is it true that the duke left?” the guard asked."
    assert judged(model, text, "Is it true that the duke left", "asked", own=False).value == "Uu"
    text = "“Is it true,” the guard asked, “that the duke left Marlow?”"
    found = judged(model, text, "the duke left Marlow", "asked", own=False)
    assert found.value == "Uu"
    assert found.trigger is not None and found.trigger.of(text) == "?"
    text = "“Why did the duke leave Marlow?” the guard asked."
    assert judged(model, text, "Why did the duke leave Marlow", "asked", own=False).value == "CT+"
    text = "His first words were “did you pay?”"
    assert judged(model, text).value == "CT+"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The pier might flood in winter and is known for its fish.", "is known for its fish", "CT+"),
        ("The pier might flood in winter and break the wall.", "break the wall", "PS+"),
        ("The duke tried to calm the town, using a speech of the queen.", "using a speech of the queen", "CT+"),
        ("The duke looks like he is winning.", "he is winning", "PR+"),
        ("The queen appears at the end as the duke is leaving.", "as the duke is leaving", "CT+"),
        ("The duke lied, which he later considered a crime.", "which he later considered a crime", "CT+"),
        ("The pier may be closed soon, considering the weather.", "considering the weather", "CT+"),
    ],
)
def test_what_is_said_of_one_clause_is_not_laid_on_another(model: LanguageModel, text: str, words: str, value: str) -> None:
    assert judged(model, text, words).value == value


def test_what_follows_on_a_condition_is_reported_for_certain(model: LanguageModel) -> None:
    text = "The guard said that if the rain stops, the duke will leave."
    assert judged(model, text, "if the rain stops, the duke will leave", "said", own=False).value == "CT+"


def test_a_reason_turned_down_may_be_so(model: LanguageModel) -> None:
    text = "The duke left, not because the pier is old, but because he was tired."
    assert judged(model, text, "not because the pier is old").value == "CT+"
    text = "Not long after the duke lost the vote, the pier was closed."
    assert judged(model, text, "Not long after the duke lost the vote").value == "CT+"


def test_the_trigger_is_the_word_that_decides(model: LanguageModel) -> None:
    text = "The duke said that he would be willing to help."
    found = judged(model, text, "he would be willing to help", "said", own=False)
    assert (found.value, found.time, found.commitment) == ("PR+", "future", "willing")
    assert found.trigger is not None
    assert found.trigger.of(text) == "willing"


def test_what_sums_up_an_invitation_lies_ahead_too(model: LanguageModel) -> None:
    text = "The duke thanked the queen for extending an invitation to visit, marking his first trip to Marlow in years."
    assert judged(model, text, "marking his first trip to Marlow in years").time == "future"


def test_verbs_joined_by_nor_share_their_negation(model: LanguageModel) -> None:
    assert judged(model, "The bank had neither paid nor lent the money.", "lent the money").value == "CT-"
    assert judged(model, "The duke did not eat or drink.", "drink").value == "CT-"
    assert judged(model, "The duke did not eat but drank.", "drank").value == "CT+"


def test_what_is_done_without_did_not_happen(model: LanguageModel) -> None:
    text = "The mayor signed the contract for the pier on Friday without asking the town council."
    assert judged(model, text, "asking the town council").value == "CT-"


def test_a_verb_beside_an_infinitive_is_refused_by_nobody(model: LanguageModel) -> None:
    text = "Berg refused to leave the pier and often sleeps there."
    assert judged(model, text, "often sleeps there").value == "CT+"


def test_who_denies_a_plan_is_sure_that_there_is_none(model: LanguageModel) -> None:
    text = "The harbour office denied on Monday that a visit by the mayor is planned."
    found = judged(model, text, "that a visit by the mayor is planned", "denied", own=False)
    assert found.value == "CT-"
    assert found.trigger is not None
    assert found.trigger.of(text) == "denied"


@pytest.mark.parametrize(
    "text",
    [
        "It would not surprise me at all if they opened a shop in Velmar.",
        "Nobody would be surprised if Koch ran for the council again.",
        "It would be no surprise if Brandt left the council.",
    ],
)
def test_what_would_surprise_nobody_may_be(model: LanguageModel, text: str) -> None:
    assert judged(model, text, text.rstrip(".")).value == "PS+"


def test_what_surprised_nobody_is_told_as_it_is(model: LanguageModel) -> None:
    assert judged(model, "The news did not surprise Koch.", "The news did not surprise Koch").value == "CT-"
