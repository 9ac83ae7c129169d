import { Link } from "@tanstack/react-router";
import { useText } from "../../language/language.js";
import { useMemberships } from "../../session/use-memberships.js";
import { coordinatedBy } from "./room-model.js";

const texts = { convene: { id: "Adakan rembuk", en: "Convene a rembuk" } };

/** The way to the form of a new rembuk, for coordinators; for a plan where one is named. */
export function ConveneLink({ plan }: { plan?: string }) {
  const t = useText();
  if (coordinatedBy(useMemberships()).length === 0) return null;
  return (
    <Link to="/rembuk/new" search={plan ? { plan } : {}} className="button">
      {t(texts.convene)}
    </Link>
  );
}
