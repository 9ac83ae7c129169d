import { Link } from "@tanstack/react-router";
import styles from "./map.module.css";

/** A choice of one of a few, which stands in the address under `name`. */
export function MapChoice({
  label,
  name,
  chosen,
  members,
}: {
  label: string;
  name: string;
  chosen: string;
  members: readonly { value: string; label: string }[];
}) {
  return (
    <nav aria-label={label} className={styles.choices}>
      {members.map((member) => (
        <Link
          key={member.value}
          to="."
          activeOptions={{ exact: true, explicitUndefined: true }}
          search={(before: object) => ({ ...before, [name]: member.value })}
          aria-current={member.value === chosen}
          replace
        >
          {member.label}
        </Link>
      ))}
    </nav>
  );
}
