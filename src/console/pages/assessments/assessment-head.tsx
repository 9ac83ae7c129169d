import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useText } from "../../language/language.js";
import { useMemberName } from "../../language/members.js";
import { Badge } from "../../parts/badge.js";
import { useDownload } from "../../parts/download.js";
import { Day, Moment } from "../../parts/moment.js";
import { PageHead } from "../../parts/page-head.js";
import { Status } from "../../parts/status.js";
import { useAtWork } from "./at-work.js";
import { Correct } from "./steps/correct.js";
import { Withdraw } from "./steps/withdraw.js";

const texts = {
  assessments: { id: "Asesmen", en: "Assessments" },
  edition: { id: "{title}, edisi {edition}", en: "{title}, edition {edition}" },
  version: { id: "versi {version}", en: "version {version}" },
  due: { id: "tenggat", en: "due" },
  published: { id: "terbit", en: "published" },
  recorded: { id: "Dibuat tanpa hub", en: "Made without the hub" },
  corrected: { id: "Sudah dibetulkan", en: "Corrected" },
  corrects: { id: "Membetulkan asesmen ini", en: "It corrects this assessment" },
  workbook: { id: "Unduh buku kerja", en: "Download the workbook" },
  failed: { id: "Buku kerja belum dapat diunduh.", en: "The workbook cannot be downloaded now." },
};

function Standing() {
  const t = useText();
  const name = useMemberName();
  const { assessment } = useAtWork();
  const { status, round, version, dueOn, publishedAt, recorded, isCorrected, corrects } =
    assessment;
  return (
    <>
      <Status of="AssessmentStatus" member={status} />
      <Badge>{name("AssessmentRound", round)}</Badge>
      {recorded ? <Badge>{t(texts.recorded)}</Badge> : null}
      {isCorrected ? <Badge tone="warn">{t(texts.corrected)}</Badge> : null}
      <span className="soft small">{t(texts.version, { version })}</span>
      {dueOn ? (
        <span className="soft small">
          {t(texts.due)} <Day on={dueOn} />
        </span>
      ) : null}
      {publishedAt ? (
        <span className="soft small">
          {t(texts.published)} <Moment at={publishedAt} />
        </span>
      ) : null}
      {corrects ? (
        <Link to="/assessment/$id" params={{ id: corrects.id }}>
          {t(texts.corrects)}
        </Link>
      ) : null}
    </>
  );
}

/** What is assessed, by whom, with which questionnaire, and how far it is. */
export function AssessmentHead() {
  const t = useText();
  const { assessment } = useAtWork();
  const download = useDownload();
  const [failed, setFailed] = useState(false);
  const { id, area, plan, university, instrument } = assessment;
  const get = async () =>
    setFailed((await download(`/assessments/${id}/workbook.xlsx`)) !== undefined);
  return (
    <PageHead
      title={area?.name ?? plan?.title ?? ""}
      above={
        <>
          <Link to="/assessments">{t(texts.assessments)}</Link> · {university.name} ·{" "}
          {t(texts.edition, { title: instrument.title, edition: instrument.edition })}
        </>
      }
      below={<Standing />}
      actions={
        <>
          <button type="button" className="button" onClick={() => void get()}>
            {t(texts.workbook)}
          </button>
          <Correct />
          <Withdraw />
          {failed ? <p role="alert">{t(texts.failed)}</p> : null}
        </>
      }
    />
  );
}
