import { useEffect, useState } from "react";
import { type Text, useText } from "../../language/language.js";
import { Badge } from "../../parts/badge.js";
import { Card } from "../../parts/card.js";
import { Moment } from "../../parts/moment.js";

const texts = {
  title: { id: "Kesehatan hub", en: "Health of the hub" },
  ready: { id: "Siap", en: "Ready" },
  notReady: { id: "Tidak siap", en: "Not ready" },
  unknown: { id: "Tidak dapat dihubungi", en: "Cannot be reached" },
  asked: { id: "Ditanyakan", en: "Asked" },
  about: {
    id: "Halaman ini menanyakan /health/ready setiap sepuluh detik; pengimbang beban melakukan hal yang sama.",
    en: "This page asks /health/ready every ten seconds, as a load balancer does.",
  },
};

/** Why a hub is not ready, in words. */
const reasons: Readonly<Record<string, Text>> = {
  database: { id: "Basis data tidak menjawab.", en: "The database does not answer." },
  ledger: {
    id: "Pembaruan langsung tertinggal dari buku perubahan.",
    en: "Live updates do not follow the ledger.",
  },
  writes: { id: "Penulisan gagal.", en: "Writes fail." },
  stopping: { id: "Hub sedang berhenti.", en: "The hub is stopping." },
};

const askMs = 10_000;

interface Health {
  state: "ready" | "notReady" | "unknown";
  reason: string | null;
  at: string;
}

async function askHealth(): Promise<Health> {
  const at = new Date().toISOString();
  try {
    const response = await fetch("/health/ready");
    const body = (await response.json().catch(() => ({}))) as { reason?: string; status?: string };
    const state = response.ok ? "ready" : "notReady";
    return { state, reason: response.ok ? null : (body.reason ?? body.status ?? null), at };
  } catch {
    return { state: "unknown", reason: null, at };
  }
}

/** Whether the hub is ready, asked again and again. */
export function HubHealth() {
  const t = useText();
  const [health, setHealth] = useState<Health>();
  useEffect(() => {
    const ask = () => void askHealth().then(setHealth);
    ask();
    const timer = setInterval(ask, askMs);
    return () => clearInterval(timer);
  }, []);
  const reason = health?.reason ? (reasons[health.reason] ?? null) : null;
  return (
    <Card title={t(texts.title)}>
      <div className="row" aria-live="polite">
        {health ? (
          <Badge tone={health.state === "ready" ? "good" : "bad"}>{t(texts[health.state])}</Badge>
        ) : null}
        {health?.reason ? <span>{reason ? t(reason) : health.reason}</span> : null}
      </div>
      {health ? (
        <p className="soft small">
          {t(texts.asked)} <Moment at={health.at} exact />
        </p>
      ) : null}
      <p className="soft small">{t(texts.about)}</p>
    </Card>
  );
}
