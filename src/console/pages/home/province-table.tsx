import { Link } from "@tanstack/react-router";
import { useFormats } from "../../language/formats.js";
import { useText } from "../../language/language.js";
import { LateTable } from "../../parts/late-table.js";
import type { ProvinceFigures } from "./province-figures.js";

const texts = {
  caption: { id: "Rencana aksi menurut provinsi", en: "Action plans by province" },
  province: { id: "Provinsi", en: "Province" },
  plans: { id: "Rencana aksi", en: "Plans" },
  given: { id: "Dana diberikan", en: "Money given" },
};

/** The provinces with their figures as a table. */
export function ProvinceTable({ figures }: { figures: readonly ProvinceFigures[] }) {
  const t = useText();
  const { number, shortMoney } = useFormats();
  const columns = [
    {
      ...{ name: "province", title: t(texts.province), value: ({ name }: ProvinceFigures) => name },
      show: ({ code, name }: ProvinceFigures) => (
        <Link to="/plans" search={{ region: code }}>
          {name}
        </Link>
      ),
    },
    {
      ...{ name: "plans", title: t(texts.plans), isNumber: true },
      value: ({ plans }: ProvinceFigures) => plans,
      show: ({ plans }: ProvinceFigures) => number(plans),
    },
    {
      ...{ name: "given", title: t(texts.given), isNumber: true },
      value: ({ given }: ProvinceFigures) => Number(given),
      show: ({ given }: ProvinceFigures) => shortMoney(given),
    },
  ];
  return (
    <LateTable
      caption={t(texts.caption)}
      columns={columns}
      rows={figures}
      keyOf={({ code }) => code}
    />
  );
}
