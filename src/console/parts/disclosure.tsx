import { type ReactNode, useState } from "react";

/** Something that opens below its own words; it is made once it is open, and is given the way to close it. */
export function Disclosure({
  label,
  children,
}: {
  label: string;
  children: (close: () => void) => ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="no-print"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{label}</summary>
      {isOpen ? children(() => setOpen(false)) : null}
    </details>
  );
}
