"""What the page says of the dataset to programs: schema.org's Dataset, as JSON-LD."""

from typing import Any

from kic.formats.cell_text import say
from kic.model import Lang
from kic.model.safe import address
from kic.publish.exported import LICENSES
from kic.report.contents import Contents


def linked_data(contents: Contents, lang: Lang) -> dict[str, Any]:
    """The dataset by the terms of https://schema.org/Dataset."""
    dataset, info = contents.dataset, contents.dataset.info
    source = dataset.sources[info.source]
    periods = [r.period for r in contents.records if r.period.known]
    license_ = LICENSES.get(info.license)
    told: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": say(dataset.title, lang),
        "identifier": info.id,
        "version": info.version,
        "inLanguage": sorted(dataset.languages),
        "description": _description(contents, lang),
        "license": license_.path if license_ else info.license,
        "isBasedOn": {
            "@type": "CreativeWork",
            "name": source.title,
            "publisher": {"@type": "Organization", "name": source.publisher},
            **({"datePublished": str(source.published)} if source.published else {}),
            **({"url": address(source.url)} if source.url else {}),
        },
        "spatialCoverage": [
            {"@type": "Place", "name": say(label, lang)} for _, label in contents.regions
        ],
        "variableMeasured": [
            {
                "@type": "PropertyValue",
                "name": say(i.label, lang),
                "propertyID": i.id,
                **({"unitText": say(unit.label, lang)} if unit else {}),
            }
            for section in contents.sections
            for group in section.groups
            for i in group.indicators
            for unit in [i.entries[0].record.links.unit]
        ],
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": "#csv"}
        ],
    }
    if periods:
        told["temporalCoverage"] = f"{min(p.start for p in periods)}/{max(periods).end}"
    return told


def _description(contents: Contents, lang: Lang) -> str:
    """What the dataset holds, in a sentence."""
    counts = contents.counts
    if lang == "nl":
        return (
            f"{counts['indicators']} indicatoren, waarvan {counts['with_number']} met een getal, "
            f"en {counts['gaps']} lacunes."
        )
    return (
        f"{counts['indicators']} indicators, {counts['with_number']} of them with a number, "
        f"and {counts['gaps']} gaps."
    )
