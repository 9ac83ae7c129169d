import type { Language } from "../../../../platform/errors.js";
import { type Html, type HtmlPart, html } from "../../../../platform/html.js";
import type { Sector } from "../../../stakeholders/index.js";
import type { MinutesAttendance, MinutesDocument, MinutesOutcome } from "../minutes-document.js";
import { outcomeHtml } from "./outcome.js";
import { entry, joined, MinutesVoice, type RowGroup, said, table } from "./parts.js";
import { minutesStyle } from "./style.js";

/** That an organisation that attended has accepted the minutes, and when. */
export interface AcknowledgedBy {
  organisationId: string;
  acknowledgedAt: string;
}

/** What readable minutes need besides the document. */
export interface MinutesHtmlOptions {
  /** The SHA-256 of the document's canonical JSON, in hexadecimal. */
  sha256: string;
  language: Language;
  acknowledgements?: readonly AcknowledgedBy[];
  /** Where the same minutes can be read in the other language; shown on a screen only. */
  otherLanguage?: string;
}

const attended = ({ intervals, presentAtClose }: MinutesAttendance): boolean =>
  intervals.length > 0 || presentAtClose;

const lines = (parts: readonly HtmlPart[]): HtmlPart => joined(parts, html`<br>`);

const chapter = (name: string, ...content: HtmlPart[]): Html => html`<section>
<h2>${name}</h2>
${joined(content, "\n")}
</section>`;

const letterhead = ({ words, terms, deliberation }: MinutesVoice): Html => html`<header>
<p class="letterhead">${said(deliberation.convener.name)}</p>
<div class="title">
<h1>${words.minutes} <span>${terms.kind[deliberation.kind]}</span></h1>
<p>${said(deliberation.title)}</p>
</div>
</header>`;

function openingSentence(voice: MinutesVoice): Html {
  const { words, terms, dates, deliberation } = voice;
  const { heldFrom, heldTo, place, kind, title, convener } = deliberation;
  const severalDays = heldFrom !== heldTo;
  const sentence = words.opening({
    when: severalDays ? dates.period(heldFrom, heldTo) : dates.weekday(heldFrom),
    severalDays,
    place: place === null ? null : said(place),
    kind: terms.kind[kind],
    title: said(title),
    convener: said(convener.name),
  });
  return html`<p>${sentence}</p>`;
}

function meeting(voice: MinutesVoice): Html {
  const { words, dates, deliberation } = voice;
  const { programme, area, region, place, heldFrom, heldTo, recorded } = deliberation;
  const { openedAt, closedAt } = deliberation;
  const facts = [
    entry(words.convener, voice.party(deliberation.convener)),
    entry(words.programme, programme && said(programme.name)),
    entry(words.area, area && said(area.name)),
    entry(
      words.region,
      region && html`${said(region.name)} <span class="aside">(${region.key})</span>`,
    ),
    entry(words.place, place && said(place)),
    entry(words.dates, dates.period(heldFrom, heldTo)),
    // A meeting that was recorded afterwards was opened and closed in the hub only to be written down.
    entry(words.opened, recorded ? null : voice.instant(openedAt)),
    entry(recorded ? words.entered : words.closed, voice.instant(closedAt)),
    entry(words.key, deliberation.key),
  ];
  return chapter(words.meeting, html`<dl>${facts}</dl>`, html`<p class="zone">${words.zone}</p>`);
}

function agenda(voice: MinutesVoice): HtmlPart {
  const items = voice.deliberation.agenda.map(({ title, startsAt, note }) => {
    const time = startsAt && html` <span class="aside">(${voice.moment(startsAt)})</span>`;
    const remark = note && html`<br><span class="text">${said(note)}</span>`;
    return html`<li>${said(title)}${time}${remark}</li>`;
  });
  return items.length > 0 && chapter(voice.words.agenda, html`<ol>${items}</ol>`);
}

function presence(voice: MinutesVoice, { intervals }: MinutesAttendance): HtmlPart {
  const { words } = voice;
  if (intervals.length === 0) return words.neverCame;
  const each = intervals.map(({ arrivedAt, leftAt }) =>
    leftAt === null
      ? `${voice.moment(arrivedAt)} ${words.untilClose}`
      : `${voice.moment(arrivedAt)} – ${voice.moment(leftAt)}`,
  );
  return lines(each);
}

/** The invited organisations by sector; of a recorded meeting nobody knows who came and went. */
function attendance(voice: MinutesVoice, invited: readonly MinutesAttendance[]): HtmlPart {
  const { words, terms, deliberation } = voice;
  const columns = [words.organisation, words.delegates, words.present, words.atClose];
  const known = deliberation.recorded ? columns.slice(0, 2) : columns;
  const row = (one: MinutesAttendance) =>
    [
      said(one.organisation.name),
      lines(one.delegates.map(said)),
      presence(voice, one),
      one.presentAtClose ? words.isPresent : words.isAbsent,
    ].slice(0, known.length);
  const sectors = Map.groupBy(invited, ({ organisation }) => organisation.sector);
  const groups = Object.entries(terms.sector).flatMap(([sector, heading]): RowGroup[] => {
    const rows = sectors.get(sector as Sector)?.map(row);
    return rows ? [{ heading, rows }] : [];
  });
  const name = deliberation.recorded ? words.invited : words.attendance;
  return (
    invited.length > 0 && chapter(name, table("attendance", words.invitedCaption, known, groups))
  );
}

function quorum(voice: MinutesVoice, found: MinutesDocument["quorum"]): HtmlPart {
  const { words, terms, language, deliberation } = voice;
  if (!found) return null;
  const missing = found.sectorsMissing.map((sector) => terms.sector[sector]);
  const list = new Intl.ListFormat(language).format(missing);
  return chapter(
    words.quorum,
    html`<p>${words.quorumRule(deliberation.quorumRule)}</p>`,
    html`<p>${words.quorumFigures(found)} <strong>${found.met ? words.quorumMet : words.quorumNotMet}</strong></p>`,
    missing.length > 0 && html`<p>${words.sectorsMissing}: ${list}.</p>`,
  );
}

function outcomes(voice: MinutesVoice, found: readonly MinutesOutcome[]): Html {
  const { words } = voice;
  const none = html`<p>${words.noOutcomes}</p>`;
  const all = found.map((outcome) => outcomeHtml(voice, outcome));
  return chapter(words.outcomes, ...(all.length > 0 ? all : [none]));
}

function signatures(
  voice: MinutesVoice,
  present: readonly MinutesAttendance[],
  acknowledgements: readonly AcknowledgedBy[],
): HtmlPart {
  const { words } = voice;
  const when = new Map(acknowledgements.map((one) => [one.organisationId, one.acknowledgedAt]));
  const rows = present.map(({ organisation, delegates }) => {
    const at = when.get(organisation.id);
    const names = delegates.map(
      (delegate) => html`<br><span class="aside">${said(delegate)}</span>`,
    );
    return [
      html`${said(organisation.name)}${names}`,
      at && html`${words.acknowledged}:<br>${voice.instant(at)}`,
    ];
  });
  const columns = [words.organisation, words.signature];
  return rows.length > 0 && table("signatures", words.attended, columns, [{ rows }]);
}

function acknowledgement(
  voice: MinutesVoice,
  document: MinutesDocument,
  acknowledgements: readonly AcknowledgedBy[],
): Html {
  const { words, dates } = voice;
  const { place, closedAt, recorded, convener } = document.deliberation;
  const where = !recorded && place !== null && html`${said(place)}, `;
  return chapter(
    words.acknowledgement,
    html`<p>${words.closing}</p>`,
    html`<div class="convener">
<p>${where}${dates.date(dates.dayOf(closedAt))}<br>${words.convener},<br><strong>${said(convener.name)}</strong></p>
<p class="sign"></p>
</div>`,
    signatures(voice, document.attendance.filter(attended), acknowledgements),
  );
}

const otherLanguage = ({ words }: MinutesVoice, address: string | undefined): HtmlPart => {
  const { language, text } = words.inOtherLanguage;
  return (
    address &&
    html`<nav><a href="${address}" lang="${language}" hreflang="${language}" rel="alternate">${text}</a></nav>\n`
  );
};

/** Every printed page names the document that it belongs to. */
const footer = (sha256: string): HtmlPart =>
  /^[0-9a-f]{64}$/.test(sha256) &&
  html`@page { @bottom-left { content: "SHA-256 ${sha256.slice(0, 16)}…"; } }\n`;

/**
 * The minutes as a page that can be read, printed and signed: whole in itself, without script or
 * anything from elsewhere. It shows what the document holds and no more; the hash is the document's.
 */
export function minutesHtml(document: MinutesDocument, options: MinutesHtmlOptions): string {
  const { sha256, language, acknowledgements = [] } = options;
  const { deliberation } = document;
  const voice = new MinutesVoice(deliberation, language);
  const { words } = voice;
  const { recorded, sources } = deliberation;
  const content = [
    letterhead(voice),
    openingSentence(voice),
    recorded && html`<p class="recorded"><strong>${words.recorded}</strong></p>`,
    meeting(voice),
    agenda(voice),
    attendance(voice, document.attendance),
    quorum(voice, document.quorum),
    outcomes(voice, document.outcomes),
    sources.length > 0 && chapter(words.sources, voice.sources(sources)),
    acknowledgement(voice, document, acknowledgements),
    chapter(
      words.authenticity,
      html`<p class="fingerprint">${sha256}</p>`,
      html`<p>${words.howToCheck}</p>`,
    ),
  ];
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.minutes}: ${deliberation.title}</title>
<style>${minutesStyle}${footer(sha256)}</style>
</head>
<body>
${otherLanguage(voice, options.otherLanguage)}<main>
${joined(content, "\n")}
</main>
</body>
</html>
`.text;
}
