"""Curves: a small drawing of values over sizes, both axes logarithmic."""

import math
from collections.abc import Mapping, Sequence

_WIDTH, _HEIGHT, _EDGE = 640, 360, 48
_COLOURS = ("#1f6f8b", "#c1440e", "#4f772d", "#6a4c93")


def drawing(curves: Mapping[str, Sequence[tuple[float, float]]]) -> str:
    """An SVG of the curves by name, with a line for every power of ten."""
    xs = [math.log10(x) for points in curves.values() for x, _ in points]
    ys = [math.log10(max(y, 1e-3)) for points in curves.values() for _, y in points]
    left, right, low, high = math.floor(min(xs)), math.ceil(max(xs)), math.floor(min(ys)), math.ceil(max(ys))

    def at(x: float, y: float) -> tuple[float, float]:
        across = (x - left) / max(1, right - left) * (_WIDTH - 2 * _EDGE)
        up = (y - low) / max(1, high - low) * (_HEIGHT - 2 * _EDGE)
        return round(_EDGE + across, 1), round(_HEIGHT - _EDGE - up, 1)

    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" font-size="11">']
    parts.append(f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>')
    for power in range(left, right + 1):
        (x, bottom), (_, top) = at(power, low), at(power, high)
        parts.append(f'<path d="M{x} {bottom}V{top}" stroke="#ddd"/><text x="{x}" y="{bottom + 16}" text-anchor="middle">{10**power:,}</text>')
    for power in range(low, high + 1):
        (start, y), (end, _) = at(left, power), at(right, power)
        parts.append(f'<path d="M{start} {y}H{end}" stroke="#ddd"/><text x="{start - 6}" y="{y + 4}" text-anchor="end">{10.0**power:g} s</text>')
    for n, (name, points) in enumerate(curves.items()):
        colour = _COLOURS[n % len(_COLOURS)]
        places = [at(math.log10(x), math.log10(max(y, 1e-3))) for x, y in points]
        parts.append(f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{" ".join(f"{x},{y}" for x, y in places)}"/>')
        parts += [f'<circle cx="{x}" cy="{y}" r="3" fill="{colour}"/>' for x, y in places]
        parts.append(f'<text x="{_EDGE + 8}" y="{_EDGE + 4 + 16 * n}" fill="{colour}">{name}</text>')
    return "\n".join([*parts, "</svg>", ""])
