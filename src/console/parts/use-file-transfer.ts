import { useCallback, useRef, useState } from "react";
import { useLanguage } from "../language/language.js";
import { useSession } from "../session/use-session.js";
import { type Sending, type Sent, sendFile } from "./file-transfer.js";

type Request = Omit<Sending, "token" | "language" | "onProgress" | "signal">;

/** Sends files with the person's token: `send`, the share that has arrived (null while none is sent), `stop`. */
export function useSendFile() {
  const session = useSession();
  const language = useLanguage();
  const [share, setShare] = useState<number | null>(null);
  const stopper = useRef<AbortController>(undefined);
  const send = useCallback(
    async (request: Request): Promise<Sent> => {
      stopper.current = new AbortController();
      setShare(0);
      const { token } = session.current();
      const { signal } = stopper.current;
      const sent = await sendFile({ ...request, token, language, onProgress: setShare, signal });
      setShare(null);
      return sent;
    },
    [session, language],
  );
  return { send, share, stop: () => stopper.current?.abort() };
}
