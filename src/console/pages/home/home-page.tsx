import { useText } from "../../language/language.js";
import { PageHead } from "../../parts/page-head.js";
import { useSessionState } from "../../session/use-session.js";
import { Changes } from "./changes.js";
import { Overview } from "./overview.js";
import { ProvinceMap } from "./province-map.js";
import { Waiting } from "./waiting.js";

const texts = {
  title: { id: "Beranda", en: "Home" },
  visitor: { id: "Rembuk", en: "Rembuk" },
  about: {
    id: "Rembuk mempertemukan pemerintah, dunia usaha, perguruan tinggi dan warga: apa yang disepakati dalam rembuk menjadi rencana aksi, dan setiap orang dapat melihat siapa mengerjakan apa, di mana, dengan dana siapa, dan sudah sampai di mana.",
    en: "Rembuk brings governments, business, universities and residents together: what they agree in a rembuk becomes action plans, and everybody can see who does what, where, with whose money, and how far it has come.",
  },
};

/** The first page: for a person what waits for them and what changed; for everybody programmes, plans and a map. */
export function HomePage() {
  const t = useText();
  const { email } = useSessionState();
  return (
    <div className="stack">
      <PageHead title={t(email === null ? texts.visitor : texts.title)} />
      {email === null ? (
        <p>{t(texts.about)}</p>
      ) : (
        <>
          <Waiting />
          <Changes key={email} email={email} />
        </>
      )}
      <ProvinceMap />
      <Overview />
    </div>
  );
}
