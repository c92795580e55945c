"""Publishers: through which outlet an article came to the reader, and which of those with one text had it first."""

from collections.abc import Mapping

from twosource.comparison.independence.sourcing import Node, is_wire, joined, outlet_node
from twosource.domain.article import Article
from twosource.domain.copy import Copy
from twosource.domain.reading import Dossier

# Part of both texts that a copy of the whole has: the rest is a byline, a caption, a line on the page.
_WHOLE = 0.85


def own_outlet(article: Article) -> Node:
    """The node of the outlet an article names; an article whose outlet is unknown stands for itself."""
    name = article.outlet or article.domain
    return outlet_node(name) if name else Node("outlet", article.id, article.ref)


def first_outlets(dossier: Dossier) -> dict[str, Node]:
    """For every article whose whole text another has too: of their outlets an agency, else the first to publish it.

    So a copy under another outlet opens no way past the outlet that was there before it, and changes no number.
    """
    articles = {r.article.id: r.article for r in dossier.readings}
    order = sorted(articles.values(), key=lambda a: (not is_wire(a.outlet), a.published or "9999", own_outlet(a), a.id))
    rank = {a.id: n for n, a in enumerate(order)}
    whole = (c.articles for c in dossier.of(Copy) if all(a in articles for a in c.articles) and _whole(c, articles))
    return {a: own_outlet(articles[min(members, key=rank.__getitem__)]) for a, members in joined(whole).items()}


def _whole(copy: Copy, articles: Mapping[str, Article]) -> bool:
    """Whether the passages are nearly all of both articles."""
    sides = zip(*((p.a, p.b) for p in copy.passages), strict=True)
    return all(sum(s.end - s.start for s in spans) >= _WHOLE * len(articles[a].text) for a, spans in zip(copy.articles, sides, strict=True))
