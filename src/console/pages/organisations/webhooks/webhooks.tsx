import {
  type WebhookPartsFragment,
  type WebhookPauseReason,
  WebhooksOfDocument,
} from "../../../generated/graphql.js";
import { useAnswer } from "../../../graph/hooks.js";
import { type Text, useText } from "../../../language/language.js";
import { useMemberName } from "../../../language/members.js";
import { Answered } from "../../../parts/answered.js";
import { Badge } from "../../../parts/badge.js";
import { Card } from "../../../parts/card.js";
import { Disclosure } from "../../../parts/disclosure.js";
import { Empty } from "../../../parts/empty.js";
import { Fact } from "../../../parts/fact.js";
import { Moment } from "../../../parts/moment.js";
import styles from "../organisations.module.css";
import { Deliveries } from "./deliveries.js";
import { EditWebhook } from "./edit-webhook.js";
import { filterText } from "./filter.js";
import { useFilterWords } from "./filter-field.js";
import { NewWebhook } from "./new-webhook.js";
import { useAgainEvery } from "./use-again-every.js";
import { PauseWebhook, RemoveWebhook, ResumeWebhook, RotateSecret } from "./webhook-steps.js";

const texts = {
  title: { id: "Webhook", en: "Webhooks" },
  about: {
    id: "Hub mengirim setiap perubahan yang boleh dilihat lembaga ini ke alamat Anda, ditandatangani dan berurutan.",
    en: "The hub sends each change that this organisation may see to your address, signed and in order.",
  },
  create: { id: "Webhook baru", en: "New webhook" },
  none: { id: "Belum ada webhook.", en: "No webhooks yet." },
  address: { id: "Alamat", en: "Address" },
  changes: { id: "Perubahan", en: "Changes" },
  position: { id: "Terkirim sampai posisi", en: "Delivered up to the position" },
  failing: { id: "Penerima gagal sejak", en: "The receiver has failed since" },
  paused: { id: "Dijeda", en: "Paused" },
  rotated: { id: "Rahasia diganti", en: "Secret replaced" },
  deliveries: { id: "Pengiriman", en: "Deliveries" },
};

/** Why a webhook is paused, and what may be done. */
const reasons: Readonly<Record<WebhookPauseReason, Text>> = {
  REQUESTED: {
    id: "Dijeda oleh administrator atau operator.",
    en: "Paused by an administrator or operator.",
  },
  FAILING: {
    id: "Penerima terlalu lama gagal. Perbaiki penerimanya, lalu lanjutkan: tidak ada perubahan yang hilang.",
    en: "Its receiver failed for too long. Repair the receiver, then resume: no change is lost.",
  },
  GONE: {
    id: "Penerima menjawab 410 Gone: ia tidak mau menerima lagi.",
    en: "Its receiver answered 410 Gone: it wants no more.",
  },
  CURSOR_EXPIRED: {
    id: "Buku perubahan tidak lagi menyimpan perubahan setelah posisinya. Baca ulang datanya, lalu lanjutkan dari posisi jawaban itu.",
    en: "The ledger no longer holds the changes after its position. Read your data again, then resume after the position of that answer.",
  },
};

function Facts({ webhook }: { webhook: WebhookPartsFragment }) {
  const t = useText();
  const words = useFilterWords();
  const { address, where, position, failingSince, pausedAt, secretChangedAt } = webhook;
  return (
    <dl className={styles.facts}>
      <Fact name={t(texts.address)}>{address}</Fact>
      <Fact name={t(texts.changes)}>{words(filterText(where))}</Fact>
      <Fact name={t(texts.position)}>{position ?? "–"}</Fact>
      {failingSince ? (
        <Fact name={t(texts.failing)}>
          <Moment at={failingSince} exact />
        </Fact>
      ) : null}
      {pausedAt ? (
        <Fact name={t(texts.paused)}>
          <Moment at={pausedAt} exact />
        </Fact>
      ) : null}
      {secretChangedAt ? (
        <Fact name={t(texts.rotated)}>
          <Moment at={secretChangedAt} exact />
        </Fact>
      ) : null}
    </dl>
  );
}

function WebhookCard({
  webhook,
  isAdmin,
  removed,
}: {
  webhook: WebhookPartsFragment;
  isAdmin: boolean;
  removed: () => void;
}) {
  const t = useText();
  const memberName = useMemberName();
  const { name, status, pauseReason } = webhook;
  const isActive = status === "ACTIVE";
  return (
    <Card
      title={name}
      actions={
        <Badge tone={isActive ? "good" : "warn"}>{memberName("WebhookStatus", status)}</Badge>
      }
    >
      <div className="stack">
        {pauseReason ? <p>{t(reasons[pauseReason])}</p> : null}
        <Facts webhook={webhook} />
        <div className="row">
          {isActive ? <PauseWebhook webhook={webhook} /> : null}
          {isAdmin ? (
            <>
              {isActive ? null : <ResumeWebhook webhook={webhook} />}
              <EditWebhook webhook={webhook} />
              <RotateSecret webhook={webhook} />
              <RemoveWebhook webhook={webhook} removed={removed} />
            </>
          ) : null}
        </div>
        <Disclosure label={t(texts.deliveries)}>
          {() => <Deliveries webhook={webhook} mayManage={isAdmin} />}
        </Disclosure>
      </div>
    </Card>
  );
}

/** An organisation's webhooks: its administrators manage them, and platform operators see and pause them. */
export function Webhooks({
  organisation: { id, key },
  isAdmin,
}: {
  organisation: { id: string; key: string };
  isAdmin: boolean;
}) {
  const t = useText();
  const answer = useAnswer(WebhooksOfDocument, { key });
  useAgainEvery(answer.again);
  return (
    <div className="stack">
      <p>{t(texts.about)}</p>
      <Answered of={answer} subject={(data) => data.organisation}>
        {({ webhooks }) => (
          <>
            {webhooks.length === 0 ? <Empty>{t(texts.none)}</Empty> : null}
            {webhooks.map((webhook) => (
              <WebhookCard
                key={webhook.id}
                webhook={webhook}
                isAdmin={isAdmin}
                removed={answer.again}
              />
            ))}
          </>
        )}
      </Answered>
      {isAdmin ? (
        <Card title={t(texts.create)}>
          <NewWebhook organisationId={id} done={answer.again} />
        </Card>
      ) : null}
    </div>
  );
}
