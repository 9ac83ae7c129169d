import type { ReactNode } from "react";
import {
  PlanFundingsDocument,
  PlanMoneyDocument,
  type PlanMoneyQuery,
} from "../../generated/graphql.js";
import { useAnswer } from "../../graph/hooks.js";
import { useFormats } from "../../language/formats.js";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { Answered } from "../../parts/answered.js";
import { Card } from "../../parts/card.js";
import { DataTable } from "../../parts/data-table.js";
import { Empty } from "../../parts/empty.js";
import { type PageEnd, Pages } from "../../parts/pages.js";
import { FundingItem } from "./money/funding-item.js";
import styles from "./money-flow.module.css";

const texts = {
  given: { id: "Diberikan", en: "Given" },
  givenAbout: {
    id: "Uang yang masuk ke rencana ini, dihitung satu kali pada pemberi pertama.",
    en: "Money that came into the plan, counted once at its first giver.",
  },
  reached: { id: "Sampai", en: "Reached" },
  reachedAbout: {
    id: "Uang yang sudah ada pada pelaksana terakhir.",
    en: "Money that is with the last in the chain.",
  },
  paid: { id: "Dibayar", en: "Paid" },
  paidAbout: {
    id: "Pembayaran bertanggal yang tercatat.",
    en: "Payments on record with their dates.",
  },
  pledged: { id: "Dijanjikan", en: "Pledged" },
  committed: { id: "Disanggupi", en: "Committed" },
  delivered: { id: "Diserahkan", en: "Delivered" },
  sectors: { id: "Menurut sektor", en: "By sector" },
  sector: { id: "Sektor", en: "Sector" },
  passedOn: { id: "Diteruskan", en: "Passed on" },
  none: { id: "Tidak ada dana yang diteruskan.", en: "No money is passed on." },
};

type Money = NonNullable<PlanMoneyQuery["actionPlan"]>["money"];

const steps = ["pledged", "committed", "delivered"] as const;

/** A bar of money by its steps, and the same in words below. */
function StepBar({ of, most }: { of: Money["given"]; most: number }) {
  const t = useText();
  const { shortMoney } = useFormats();
  const shown = steps.filter((step) => of[step] !== "0");
  return (
    <>
      <div className={styles.bar} aria-hidden="true">
        {shown.map((step) => (
          <span
            key={step}
            data-step={step}
            style={{ inlineSize: `${(Number(of[step]) / most) * 100}%` }}
          />
        ))}
      </div>
      <ul className={`plain ${styles.steps}`}>
        {shown.map((step) => (
          <li key={step}>
            <span className={styles.dot} data-step={step} aria-hidden="true" /> {t(texts[step])}{" "}
            {shortMoney(of[step])}
          </li>
        ))}
      </ul>
    </>
  );
}

function Totals({ money }: { money: Money }) {
  const t = useText();
  const { money: rupiah } = useFormats();
  const most = Math.max(Number(money.given.total), Number(money.reached.total), 1);
  return (
    <div className="grid">
      {(["given", "reached"] as const).map((part) => (
        <Card key={part} title={t(texts[part])}>
          <p className={styles.figure}>{rupiah(money[part].total)}</p>
          <p className="soft small">
            {t(part === "given" ? texts.givenAbout : texts.reachedAbout)}
          </p>
          <StepBar of={money[part]} most={most} />
        </Card>
      ))}
      <Card title={t(texts.paid)}>
        <p className={styles.figure}>{rupiah(money.paid)}</p>
        <p className="soft small">{t(texts.paidAbout)}</p>
      </Card>
    </div>
  );
}

function Sectors({ money: { bySector } }: { money: Money }) {
  const t = useText();
  const name = useMemberName();
  const { shortMoney } = useFormats();
  const column = (part: "given" | "reached") => ({
    ...{ name: part, title: t(texts[part]), isNumber: true },
    value: (row: Money["bySector"][number]) => Number(row[part].total),
    show: (row: Money["bySector"][number]) => shortMoney(row[part].total),
  });
  const columns = [
    {
      ...{ name: "sector", title: t(texts.sector) },
      value: ({ sector }: Money["bySector"][number]) => name("Sector", sector),
    },
    column("given"),
    column("reached"),
    {
      ...{ name: "paid", title: t(texts.paid), isNumber: true },
      value: ({ paid }: Money["bySector"][number]) => Number(paid),
      show: ({ paid }: Money["bySector"][number]) => shortMoney(paid),
    },
  ];
  return (
    <Card title={t(texts.sectors)}>
      <DataTable
        caption={t(texts.sectors)}
        columns={columns}
        rows={bySector}
        keyOf={({ sector }) => sector}
      />
    </Card>
  );
}

/** The money that the plan's contributions pass on, a page at a time. */
function PassedOn({ id }: { id: string }) {
  const t = useText();
  return (
    <Pages>
      {(after, next) => <PassedOnPage id={id} after={after} empty={t(texts.none)} next={next} />}
    </Pages>
  );
}

function PassedOnPage({
  id,
  after,
  empty,
  next,
}: {
  id: string;
  after: string | null;
  empty: string;
  next: (end: PageEnd) => ReactNode;
}) {
  const answer = useAnswer(PlanFundingsDocument, { id, after });
  return (
    <Answered of={answer} subject={({ fundings }) => fundings}>
      {({ totalCount, nodes, pageInfo }) => (
        <>
          {totalCount === 0 ? <Empty>{empty}</Empty> : null}
          <ul className={`plain ${styles.flows}`}>
            {nodes.map((funding) => (
              <FundingItem key={funding.id} funding={funding} />
            ))}
          </ul>
          {next(pageInfo)}
        </>
      )}
    </Answered>
  );
}

/** The money of a plan: given, passed on, reached and paid, by sector too. */
export function MoneyFlow({ id }: { id: string }) {
  const t = useText();
  const answer = useAnswer(PlanMoneyDocument, { id });
  return (
    <Answered of={answer} subject={({ actionPlan }) => actionPlan}>
      {({ money }) => (
        <div className="stack">
          <Totals money={money} />
          <Card title={t(texts.passedOn)}>
            <PassedOn key={id} id={id} />
          </Card>
          {money.bySector.length > 0 ? <Sectors money={money} /> : null}
        </div>
      )}
    </Answered>
  );
}
