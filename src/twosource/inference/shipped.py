"""The models that come with the package, opened together; the one place that knows which runtimes they need."""

from dataclasses import dataclass

from twosource.inference.logistic import digest
from twosource.inference.model import LanguageModel, Relater, Tagger


@dataclass(frozen=True, slots=True)
class Models:
    """What a pipeline reads with."""

    language: LanguageModel
    tagger: Tagger
    relater: Relater | None = None

    @property
    def digests(self) -> dict[str, str]:
        """SHA-256 of each model by its name, as a dossier's ``made_by`` has them."""
        opened = {m.name: m.digest for m in (self.language, self.tagger, self.relater) if m is not None}
        return opened | {name: digest(f"{name}/pairs") for name in ("claims", "conflicts", "events")} | {"countries": digest("countries/weights")}


def shipped() -> Models:
    """Open the models of this package; takes about a second.

    Raises:
        ModelError: if one is missing, or is not the one its card tells of.
    """
    # The runtimes are heavy: whoever asks only for help or a version should not wait for them.
    from twosource.inference.onnx import OnnxTagger  # noqa: PLC0415
    from twosource.inference.relation import OnnxRelater  # noqa: PLC0415
    from twosource.inference.spacy import SpacyModel  # noqa: PLC0415

    tagger = OnnxTagger()
    return Models(SpacyModel(), tagger, OnnxRelater(tagger))
