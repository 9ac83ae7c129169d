import { useText } from "../../language/language.js";
import { Card } from "../../parts/card.js";
import { Empty } from "../../parts/empty.js";
import { PlaceTime } from "../../parts/moment.js";
import { AgendaDialog } from "./agenda-dialog.js";
import { useRoom } from "./room.js";
import { zones } from "./room-model.js";

const texts = {
  title: { id: "Agenda", en: "Agenda" },
  none: { id: "Agenda belum disusun.", en: "There is no agenda yet." },
};

/** The agenda, with the times of the place beside the reader's; the convener writes it. */
export function Agenda() {
  const t = useText();
  const { convenes, meeting } = useRoom();
  const { agenda, timeZone, status } = meeting;
  const mayEdit = convenes && status !== "CLOSED" && status !== "CANCELLED";
  if (agenda.length === 0 && !mayEdit) return null;
  return (
    <Card title={t(texts.title)} actions={mayEdit ? <AgendaDialog /> : null}>
      {agenda.length === 0 ? <Empty>{t(texts.none)}</Empty> : null}
      <ol className="stack">
        {agenda.map(({ title, startsAt, note }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the items have an order and no ids.
          <li key={at}>
            <p>{title}</p>
            {startsAt ? (
              <p className="small">
                <PlaceTime at={startsAt} zone={zones[timeZone]} />
              </p>
            ) : null}
            {note ? <p className="soft small">{note}</p> : null}
          </li>
        ))}
      </ol>
    </Card>
  );
}
