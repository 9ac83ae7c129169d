import type { Fault } from "../../graph/faults.js";
import { useText } from "../../language/language.js";
import { membersOf, useMemberName } from "../../language/members.js";
import { CheckFields } from "../../parts/check-fields.js";
import { faultAt, TextField } from "../../parts/fields.js";
import styles from "./operator.module.css";
import { listOf, type ProgrammePath, type ProgrammeValues } from "./programme-values.js";

export const programmeTexts = {
  indonesian: { id: "Nama program (Indonesia)", en: "Name of the programme (Indonesian)" },
  english: { id: "Nama program (Inggris)", en: "Name of the programme (English)" },
  startsOn: { id: "Mulai", en: "Starts on" },
  endsOn: { id: "Berakhir", en: "Ends on" },
  reportEveryMonths: { id: "Melapor tiap (bulan)", en: "Reports every (months)" },
  legalBasis: { id: "Dasar hukum", en: "Legal basis" },
  policy: { id: "Kebijakan dan tujuan", en: "Policy and aims" },
  scope: { id: "Cakupan", en: "Scope" },
  chain: { id: "Rantai hulu ke hilir", en: "Chain from upstream to downstream" },
  sectors: { id: "Unsur pemangku kepentingan", en: "Sectors of its stakeholders" },
  strategies: { id: "Strategi", en: "Strategies" },
} as const satisfies Record<ProgrammePath, { id: string; en: string }>;

/** Where the hub's words about each field lie in its answer. */
const pathsOf = (path: ProgrammePath): string[] => {
  if (path === "indonesian") return ["name", "name.indonesian"];
  return path === "english" ? ["name.english"] : [path];
};

/** The paths of the faults that the fields show. */
export const shownPaths = [
  ...Object.keys(programmeTexts).flatMap((path) => pathsOf(path as ProgrammePath)),
  "ownerId",
];

const short = ["indonesian", "english", "startsOn", "endsOn", "reportEveryMonths"] as const;
const long = ["legalBasis", "policy", "scope", "chain"] as const;

const typeOf = (path: ProgrammePath) => {
  if (path === "reportEveryMonths") return "number";
  return path.endsWith("On") ? "date" : "text";
};

/** The fields of a programme, new or changed. */
export function ProgrammeFields({
  values,
  change,
  fault,
}: {
  values: ProgrammeValues;
  change: (values: ProgrammeValues) => void;
  fault: Fault | undefined;
}) {
  const t = useText();
  const name = useMemberName();
  const fieldOf = (path: ProgrammePath) => ({
    ...{ label: t(programmeTexts[path]), value: values[path] },
    change: (value: string) => change({ ...values, [path]: value }),
    fault: pathsOf(path)
      .map((one) => faultAt(fault, one))
      .find(Boolean),
  });
  const choicesOf = (path: "sectors" | "strategies") => {
    const enumeration = path === "sectors" ? "Sector" : "PovertyStrategy";
    return {
      ...{ legend: t(programmeTexts[path]), members: membersOf(enumeration) },
      ...{ chosen: listOf(values[path]), fault: faultAt(fault, path) },
      nameOf: (member: string) => name(enumeration, member),
      change: (chosen: string[]) => change({ ...values, [path]: chosen.join(" ") }),
    };
  };
  return (
    <>
      <div className={styles.choices}>
        {short.map((path) => (
          <TextField
            key={path}
            {...fieldOf(path)}
            type={typeOf(path)}
            required={path === "indonesian" || path === "startsOn"}
          />
        ))}
      </div>
      {long.map((path) => (
        <TextField key={path} {...fieldOf(path)} rows={2} />
      ))}
      <CheckFields {...choicesOf("sectors")} />
      <CheckFields {...choicesOf("strategies")} />
    </>
  );
}
