import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { Badge } from "../../parts/badge.js";
import styles from "./quorum-ring.module.css";
import { useRoom } from "./room.js";
import { type SectorSeats, seatsBySector } from "./room-model.js";

const texts = {
  ring: {
    id: "Kuorum: {attending} dari {invited} suara hadir, perlu {needed}",
    en: "Quorum: {attending} of {invited} voices attend, {needed} needed",
  },
  of: { id: "dari {invited}", en: "of {invited}" },
  met: { id: "Kuorum tercapai", en: "Quorum reached" },
  notMet: { id: "Belum kuorum", en: "No quorum yet" },
  needed: {
    id: "{attending} dari {invited} suara hadir; perlu {needed}.",
    en: "{attending} of {invited} voices attend; {needed} needed.",
  },
  missing: { id: "Sektor yang belum hadir: {sectors}.", en: "Sectors missing: {sectors}." },
  represented: { id: "{present} dari {invited}", en: "{present} of {invited}" },
  none: {
    id: "Belum ada lembaga yang diundang, sehingga belum ada kuorum.",
    en: "No organisation is invited yet, so there is no quorum.",
  },
};

const radius = 44;
const gap = 0.06;

/** The path of an arc, from one share of the circle to another. */
function arc(from: number, to: number): string {
  const at = (share: number) => {
    const angle = 2 * Math.PI * share - Math.PI / 2;
    const [x, y] = [50 + radius * Math.cos(angle), 50 + radius * Math.sin(angle)];
    return `${x.toFixed(2)} ${y.toFixed(2)}`;
  };
  // A whole circle has the same start and end, so it stops a little before.
  const end = Math.min(to, from + 0.9995);
  return `M ${at(from)} A ${radius} ${radius} 0 ${end - from > 0.5 ? 1 : 0} 1 ${at(end)}`;
}

/** The part of the ring for one sector: it fills with the share of its organisations that attend. */
function Segment({ at, of, seats }: { at: number; of: number; seats: SectorSeats }) {
  const space = of > 1 ? gap / of : 0;
  const from = at / of + space / 2;
  const width = 1 / of - space;
  const share = seats.present / seats.invitations.length;
  return (
    <>
      <path d={arc(from, from + width)} className={styles.track} />
      {share > 0 ? <path d={arc(from, from + width * share)} className={styles.filled} /> : null}
    </>
  );
}

/** The quorum by sectors as a ring that fills, with the figures in its middle. */
export function QuorumRing() {
  const t = useText();
  const { meeting, invitations } = useRoom();
  const { quorum } = meeting;
  if (!quorum) return null;
  const sectors = seatsBySector(invitations);
  const { attending, invited, needed, met } = quorum;
  return (
    <svg
      viewBox="0 0 100 100"
      role="img"
      aria-label={t(texts.ring, { attending, invited, needed })}
      className={styles.ring}
      data-met={met}
    >
      {sectors.map((seats, at) => (
        <Segment key={seats.sector} at={at} of={sectors.length} seats={seats} />
      ))}
      <text x="50" y="52" className={styles.figure}>
        {attending}
      </text>
      <text x="50" y="68" className={styles.of}>
        {t(texts.of, { invited })}
      </text>
    </svg>
  );
}

/** Whether the quorum is reached, what is missing, and the attendance of each sector. */
export function QuorumWords() {
  const t = useText();
  const name = useMemberName();
  const { meeting, invitations } = useRoom();
  const { quorum } = meeting;
  if (!quorum) return <p className="soft">{t(texts.none)}</p>;
  const { met, sectorsMissing, attending, invited, needed } = quorum;
  const missing = sectorsMissing.map((sector) => name("Sector", sector)).join(", ");
  return (
    <div className={styles.words}>
      <Badge tone={met ? "good" : "warn"}>{t(met ? texts.met : texts.notMet)}</Badge>
      <p>{t(texts.needed, { attending, invited, needed })}</p>
      {missing ? <p>{t(texts.missing, { sectors: missing })}</p> : null}
      <ul className="plain small">
        {seatsBySector(invitations).map((seats) => (
          <li key={seats.sector} className={styles.sector}>
            <span>{name("Sector", seats.sector)}</span>
            <span>
              {t(texts.represented, {
                present: seats.present,
                invited: seats.invitations.length,
              })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
