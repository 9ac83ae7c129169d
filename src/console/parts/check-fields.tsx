import type { ReactNode } from "react";
import styles from "./fields.module.css";

/** A choice of yes or no. */
export function CheckField({
  label,
  checked,
  change,
  fault,
}: {
  label: ReactNode;
  checked: boolean;
  change: (checked: boolean) => void;
  /** What is wrong with the choice, in the hub's words. */
  fault?: string | undefined;
}) {
  return (
    <label className="row">
      <input type="checkbox" checked={checked} onChange={({ target }) => change(target.checked)} />
      {label}
      {fault ? <span className={`small ${styles.fault}`}>{fault}</span> : null}
    </label>
  );
}

/** A choice of any of several members, in their order. */
export function CheckFields<Member extends string>({
  legend,
  members,
  nameOf,
  chosen,
  change,
  fault,
}: {
  legend: string;
  members: readonly Member[];
  nameOf: (member: Member) => string;
  chosen: readonly Member[];
  change: (chosen: Member[]) => void;
  /** What is wrong with the choice, in the hub's words. */
  fault?: string | undefined;
}) {
  const toggle = (member: Member, isChosen: boolean) =>
    change(members.filter((one) => (one === member ? isChosen : chosen.includes(one))));
  return (
    <fieldset className={styles.checks}>
      <legend>{legend}</legend>
      {members.map((member) => (
        <CheckField
          key={member}
          label={nameOf(member)}
          checked={chosen.includes(member)}
          change={(isChosen) => toggle(member, isChosen)}
        />
      ))}
      {fault ? <p className={`small ${styles.fault}`}>{fault}</p> : null}
    </fieldset>
  );
}
