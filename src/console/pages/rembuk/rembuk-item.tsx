import { Link } from "@tanstack/react-router";
import type { RembukListPageQuery } from "../../generated/graphql.js";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { Day } from "../../parts/moment.js";
import { Status } from "../../parts/status.js";
import styles from "./rembuk-item.module.css";

const texts = {
  outcomes: {
    id: "{count, plural, other {# hasil}}",
    en: "{count, plural, one {# outcome} other {# outcomes}}",
  },
  attending: {
    id: "{attending} dari {invited} suara hadir",
    en: "{attending} of {invited} voices attend",
  },
  convener: { id: "Penyelenggara: {who}", en: "Convened by {who}" },
};

type ListedMeeting = RembukListPageQuery["deliberations"]["nodes"][number];

/** One rembuk in the list. */
export function RembukItem({ meeting }: { meeting: ListedMeeting }) {
  const t = useText();
  const name = useMemberName();
  const { key, title, kind, status, heldFrom, heldTo, quorum, outcomes, convener } = meeting;
  const places = [meeting.place, meeting.region?.name ?? meeting.area?.name].filter(Boolean);
  return (
    <li className={styles.item}>
      <div>
        <h3>
          <Link to="/rembuk/$key" params={{ key }}>
            {title}
          </Link>
        </h3>
        <p className="small">
          <Day on={heldFrom} />
          {heldTo === heldFrom ? null : (
            <>
              –<Day on={heldTo} />
            </>
          )}
          {places.length > 0 ? ` · ${places.join(", ")}` : null}
        </p>
        <p className="soft small">
          {name("DeliberationKind", kind)} · {t(texts.convener, { who: convener.name })}
        </p>
      </div>
      <div className={styles.state}>
        <Status of="DeliberationStatus" member={status} />
        {status === "IN_SESSION" && quorum ? (
          <span className="small">
            {t(texts.attending, { attending: quorum.attending, invited: quorum.invited })}
          </span>
        ) : null}
        <span className="soft small">{t(texts.outcomes, { count: outcomes.totalCount })}</span>
      </div>
    </li>
  );
}
