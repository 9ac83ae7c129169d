import { useText } from "../../language/language.js";
import { Card } from "../../parts/card.js";
import { PlaceTime } from "../../parts/moment.js";
import { useRoom } from "./room.js";
import { zones } from "./room-model.js";

const texts = { title: { id: "Agenda", en: "Agenda" } };

/** The agenda, with the times of the place beside the reader's. */
export function Agenda() {
  const t = useText();
  const { agenda, timeZone } = useRoom().meeting;
  if (agenda.length === 0) return null;
  return (
    <Card title={t(texts.title)}>
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
