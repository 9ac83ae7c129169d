import { type Html, type HtmlPart, html } from "../../../../platform/html.js";
import type { Stance } from "../../enums.js";
import type {
  MinutesDecision,
  MinutesOutcome,
  MinutesPosition,
  MinutesVersion,
} from "../minutes-document.js";
import { entry, joined, type MinutesVoice, said, table } from "./parts.js";
import type { MinutesWords } from "./words.js";

/** The stances whose reasons a reader must not overlook, and the class of each. */
const prominent = { OBJECT: "objection", AGREE_WITH_RESERVATION: "reservation" } as const;

/** The positions by stance, the objections first. */
function byStance(voice: MinutesVoice, positions: readonly MinutesPosition[]): MinutesPosition[] {
  const order = Object.keys(voice.terms.stance);
  return positions.toSorted((a, b) => order.indexOf(a.stance) - order.indexOf(b.stance));
}

/** Who objects, or agrees with a reservation, and why: in full, above the table of positions. */
function reasons(
  voice: MinutesVoice,
  stance: keyof typeof prominent,
  positions: readonly MinutesPosition[],
): Html | null {
  const { words } = voice;
  const those = positions.filter((position) => position.stance === stance);
  if (those.length === 0) return null;
  const each = ({ organisation, reason, counted }: MinutesPosition) => html`<li>
<p class="who">${voice.party(organisation)}${!counted && html` <em>(${words.notCounted})</em>`}</p>
<p class="text">${reason ? said(reason) : words.noReason}</p>
</li>`;
  return html`<section class="${prominent[stance]}">
<h4>${words.reasonsOf[stance]} (${those.length})</h4>
<ul>${those.map(each)}</ul>
</section>`;
}

function positionsTable(voice: MinutesVoice, { number, positions }: MinutesVersion): Html | null {
  const { words, terms } = voice;
  if (positions.length === 0) return null;
  const rows = byStance(voice, positions).map(({ organisation, stance, takenAt, counted }) => [
    said(organisation.name),
    terms.sector[organisation.sector],
    html`${stanceMark(voice, stance)}${!counted && html`<br><em>${words.notCounted}</em>`}`,
    voice.moment(takenAt),
  ]);
  const columns = [words.organisation, words.sector, words.stance, words.takenAt];
  return table("positions", words.positionsOn(number), columns, [{ rows }]);
}

const stanceMark = ({ terms }: MinutesVoice, stance: Stance): Html =>
  html`<span class="stance ${stance.toLowerCase()}">${terms.stance[stance]}</span>`;

/** A version that was replaced: its text, whom it made responsible, and the positions on it. */
function replaced(voice: MinutesVoice, version: MinutesVersion): HtmlPart[] {
  const { words } = voice;
  const { responsible, dueOn, positions } = version;
  const position = ({ organisation, stance, reason }: MinutesPosition) =>
    html`<li>${stanceMark(voice, stance)}: ${said(organisation.name)}${
      reason && html` — <span class="text">${said(reason)}</span>`
    }</li>`;
  const facts = [
    entry(words.responsible, voice.parties(responsible)),
    entry(words.due, dueOn && voice.dates.date(dueOn)),
  ];
  const content = [
    html`<p class="text">${said(version.text)}</p>`,
    joined(facts, "\n").length > 0 && html`<dl>${facts}</dl>`,
    positions.length > 0 &&
      html`<p>${words.positionsOn(version.number)}:</p>\n<ul>${byStance(voice, positions).map(position)}</ul>`,
  ];
  return joined(content, "\n");
}

/** Every version with who wrote it and why; nothing when the text was never amended. */
function history(voice: MinutesVoice, versions: readonly MinutesVersion[]): Html | null {
  const { words } = voice;
  if (versions.length < 2) return null;
  const current = versions.at(-1);
  const each = (version: MinutesVersion) => html`<li>
<p class="who"><strong>${words.version(version.number)}</strong> — ${voice.party(version.organisation)}, ${voice.instant(version.writtenAt)}</p>
${version.reason && html`<p><span class="label">${words.changedBecause}:</span> <span class="text">${said(version.reason)}</span></p>`}
${version === current ? html`<p>${words.currentVersion}</p>` : replaced(voice, version)}
</li>`;
  return html`<section class="history">
<h4>${words.history}</h4>
<ol>${versions.map(each)}</ol>
</section>`;
}

/** The positions that counted, in figures; null where nobody knows them or none was taken. */
function tallyOf(words: MinutesWords, decision: MinutesDecision): string | null {
  const { agree, agreeWithReservation, object, abstain } = decision;
  if (agree === null || agreeWithReservation === null || object === null || abstain === null) {
    return null;
  }
  const taken = agree + agreeWithReservation + object + abstain;
  return taken > 0 ? words.tally({ agree, agreeWithReservation, object, abstain }) : null;
}

/** The decision as a sentence, as `Agreed by consensus, on …, with … present: 9 agreed, …`. */
function decisionOf(
  voice: MinutesVoice,
  { decision, decidedAt, status }: MinutesOutcome,
): HtmlPart {
  const { words, terms } = voice;
  if (!decision) return `${words.undecided}.`;
  const { method, attending, invited } = decision;
  const known = attending !== null && invited !== null;
  const circumstances = joined(
    [
      `${terms.status[status]} ${terms.method[method]}`,
      decidedAt && voice.instant(decidedAt),
      known && words.presentThen(attending, invited),
    ],
    ", ",
  );
  const tally = tallyOf(words, decision);
  return html`${circumstances}${tally && html`: <strong>${tally}</strong>`}.`;
}

function supersededBy(voice: MinutesVoice, { supersedes }: MinutesOutcome): HtmlPart {
  if (!supersedes) return null;
  const { text, deliberation } = supersedes;
  return html`<span class="text">“${said(text)}”</span> ${voice.words.supersededFrom} ${said(deliberation.name)}`;
}

/** One outcome: its text, what was decided, who answers for it, who objected, and how it came to be. */
export function outcomeHtml(voice: MinutesVoice, outcome: MinutesOutcome): Html {
  const { words, terms, dates } = voice;
  const { number, status, versions, sources } = outcome;
  const current = versions.at(-1);
  if (!current) throw new Error(`Outcome ${outcome.id} of the minutes has no text`);
  const { text, responsible, dueOn, positions } = current;
  const facts = joined(
    [
      entry(words.proposedBy, outcome.proposedBy && voice.party(outcome.proposedBy)),
      entry(words.responsible, voice.parties(responsible)),
      entry(words.due, dueOn && dates.date(dueOn)),
      entry(words.supersedes, supersededBy(voice, outcome)),
      entry(words.sources, sources.length > 0 ? voice.sources(sources) : null),
    ],
    "\n",
  );
  const content = [
    html`<header><h3>${words.outcome} ${number}</h3> <span class="status ${status.toLowerCase()}">${terms.status[status]}</span></header>`,
    html`<p class="text statement">${said(text)}</p>`,
    html`<p class="decision">${decisionOf(voice, outcome)}</p>`,
    outcome.reason &&
      html`<p><span class="label">${words.reason}:</span> <span class="text">${said(outcome.reason)}</span></p>`,
    facts.length > 0 && html`<dl>${facts}</dl>`,
    reasons(voice, "OBJECT", positions),
    reasons(voice, "AGREE_WITH_RESERVATION", positions),
    positionsTable(voice, current),
    history(voice, versions),
  ];
  return html`<article class="outcome">
${joined(content, "\n")}
</article>`;
}
