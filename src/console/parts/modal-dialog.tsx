import type { ReactNode } from "react";
import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useText } from "../language/language.js";
import styles from "./modal-dialog.module.css";

const texts = { close: { id: "Tutup", en: "Close" } };

/** A button that opens a dialog over the page; `children` is given the function that closes it. */
export function ModalDialog({
  label,
  title,
  named,
  look = "button",
  children,
}: {
  label: ReactNode;
  title: string;
  /** The button's name for those who do not see what it stands beside. */
  named?: string;
  look?: string;
  children: (close: () => void) => ReactNode;
}) {
  const t = useText();
  return (
    <DialogTrigger>
      <Button className={look} {...(named ? { "aria-label": named } : {})}>
        {label}
      </Button>
      <ModalOverlay className={styles.overlay ?? ""} isDismissable>
        <Modal className={styles.modal ?? ""}>
          <Dialog className={styles.dialog ?? ""}>
            {({ close }) => (
              <>
                <header className="row spread">
                  <Heading slot="title" level={2}>
                    {title}
                  </Heading>
                  <Button className="button quiet" onPress={close} aria-label={t(texts.close)}>
                    ✕
                  </Button>
                </header>
                {children(close)}
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
