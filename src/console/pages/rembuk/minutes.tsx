import { useRef, useState } from "react";
import {
  RoomAcknowledgeDocument,
  RoomMinutesDocument,
  type RoomMinutesQuery,
} from "../../generated/graphql.js";
import type { Fault } from "../../graph/faults.js";
import { useAnswer, useChange } from "../../graph/hooks.js";
import { useLanguage, useText } from "../../language/language.js";
import { Answered } from "../../parts/answered.js";
import { Card } from "../../parts/card.js";
import { FaultNote } from "../../parts/fault-note.js";
import { Moment } from "../../parts/moment.js";
import { newId } from "../../parts/new-id.js";
import styles from "./minutes.module.css";
import { MinutesHash } from "./minutes-hash.js";
import { useRoom } from "./room.js";
import type { Named } from "./room-model.js";

const texts = {
  title: { id: "Berita acara", en: "Minutes" },
  closed: { id: "Dibekukan", en: "Frozen" },
  page: { id: "Naskah berita acara", en: "The text of the minutes" },
  print: { id: "Cetak", en: "Print" },
  acknowledge: { id: "Sahkan atas nama {who}", en: "Acknowledge for {who}" },
  acknowledged: { id: "Sudah disahkan oleh", en: "Acknowledged by" },
  nobody: {
    id: "Belum ada lembaga yang mengesahkan.",
    en: "No organisation has acknowledged them yet.",
  },
};

type Minutes = NonNullable<NonNullable<RoomMinutesQuery["deliberation"]>["minutes"]>;

function Acknowledge({ minutes, organisation }: { minutes: Minutes; organisation: Named }) {
  const t = useText();
  const [id] = useState(newId);
  const [run, running] = useChange(RoomAcknowledgeDocument);
  const [fault, setFault] = useState<Fault>();
  const acknowledge = async () => {
    const what = { minutesId: minutes.id, sha256: minutes.sha256 };
    const answer = await run({ input: { id, ...what, organisationId: organisation.id } });
    setFault(answer.fault);
  };
  return (
    <>
      <button
        type="button"
        className="button main"
        disabled={running}
        onClick={() => void acknowledge()}
      >
        {t(texts.acknowledge, { who: organisation.name })}
      </button>
      <FaultNote fault={fault} />
    </>
  );
}

/** Who has acknowledged the minutes, and the buttons of those who may still. */
function Acknowledgements({ minutes }: { minutes: Minutes }) {
  const t = useText();
  const { coordinated, invitations } = useRoom();
  const done = new Set(minutes.acknowledgements.map(({ organisation }) => organisation.id));
  const attended = invitations.filter((seat) => seat.attended).map((seat) => seat.organisation.id);
  const open = coordinated.filter(({ id }) => attended.includes(id) && !done.has(id));
  return (
    <>
      {minutes.acknowledgements.length === 0 ? (
        <p className="soft">{t(texts.nobody)}</p>
      ) : (
        <div>
          <p>{t(texts.acknowledged)}</p>
          <ul>
            {minutes.acknowledgements.map(({ id, organisation, createdAt }) => (
              <li key={id}>
                {organisation.name} · <Moment at={createdAt} exact />
              </li>
            ))}
          </ul>
        </div>
      )}
      {open.map((organisation) => (
        <Acknowledge key={organisation.id} minutes={minutes} organisation={organisation} />
      ))}
    </>
  );
}

/** Links to sources open beside the console: the frame shows nothing but the minutes. */
const withLinksBeside = (html: string): string =>
  html.replace("<head>", '<head><base target="_blank">');

/** The page of the minutes as the hub makes it, in a frame where no script runs; as tall as it is. */
function MinutesPage({ html }: { html: string }) {
  const t = useText();
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(600);
  const measure = () => {
    const page = frame.current?.contentDocument?.documentElement;
    if (page) setHeight(page.scrollHeight);
  };
  return (
    <>
      <button
        type="button"
        className="button no-print"
        onClick={() => frame.current?.contentWindow?.print()}
      >
        {t(texts.print)}
      </button>
      <iframe
        ref={frame}
        title={t(texts.page)}
        sandbox="allow-same-origin allow-modals allow-popups allow-popups-to-escape-sandbox"
        srcDoc={withLinksBeside(html)}
        className={styles.page}
        style={{ blockSize: height }}
        onLoad={measure}
      />
    </>
  );
}

/** The minutes of a closed meeting: read, checked, acknowledged and printed. */
export function MinutesCard() {
  const t = useText();
  const { meeting } = useRoom();
  const language = useLanguage() === "id" ? "ID" : "EN";
  const answer = useAnswer(RoomMinutesDocument, { key: meeting.key, language });
  return (
    <Card title={t(texts.title)}>
      <Answered of={answer} subject={(data) => data.deliberation?.minutes}>
        {(minutes) => (
          <>
            <p className="soft small">
              {t(texts.closed)} <Moment at={minutes.closedAt} exact />
            </p>
            <p className={styles.hash}>SHA-256 {minutes.sha256}</p>
            <MinutesHash text={minutes.document} sha256={minutes.sha256} />
            <Acknowledgements minutes={minutes} />
            <MinutesPage html={minutes.html} />
          </>
        )}
      </Answered>
    </Card>
  );
}
