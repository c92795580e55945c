"""The stories of some articles as a list: which articles are together, and why."""

from collections.abc import Mapping, Sequence

from twosource.domain.article import Article
from twosource.domain.story import Story
from twosource.writers.names import gathered
from twosource.writers.plain import line

_LONGEST = 160


def listed(stories: Sequence[Story], articles: Mapping[str, Article]) -> str:
    """One paragraph a story, the largest first: its title, its articles by the names that decisions can use, and the reasons."""
    order = sorted(stories, key=lambda s: (-len(s.articles), s.title, s.id))
    return "\n".join(_story(n, story, articles) for n, story in enumerate(order, 1))


def _story(number: int, story: Story, articles: Mapping[str, Article]) -> str:
    rows = [f"{number}. {line(story.title, _LONGEST)}"]
    here = sorted((articles[a] for a in story.articles if a in articles), key=lambda a: (a.published or "9999", a.ref))
    rows += [f"   • {_article(a)}" for a in here]
    if story.because:
        rows.append(f"   because: {'; '.join(line(reason, 2 * _LONGEST) for reason in gathered(story.because))}")
    return "\n".join(rows) + "\n"


def _article(article: Article) -> str:
    known = (article.outlet or article.domain, article.published)
    return ", ".join([line(article.ref, _LONGEST), *(line(one, _LONGEST) for one in known if one)])
