import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import styles from "./tab-list.module.css";

/** One tab: its name in the address, its label, and what it shows. */
export interface TabItem {
  name: string;
  label: string;
  content: () => ReactNode;
}

/** Tabs whose choice stands in the address as `tab`, so that a link leads to the same one. */
export function TabPages({ label, items }: { label: string; items: readonly TabItem[] }) {
  const navigate = useNavigate();
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const chosen = items.find(({ name }) => name === tab)?.name ?? items[0]?.name ?? "";
  const choose = (name: string) =>
    navigate({
      to: ".",
      search: (before: object) => ({ ...before, tab: name }),
      replace: true,
    } as never);
  return (
    <Tabs selectedKey={chosen} onSelectionChange={(key) => void choose(String(key))}>
      <TabList aria-label={label} className={styles.list ?? ""}>
        {items.map(({ name, label: text }) => (
          <Tab key={name} id={name} className={styles.tab ?? ""}>
            {text}
          </Tab>
        ))}
      </TabList>
      {items.map(({ name, content }) => (
        <TabPanel key={name} id={name} className={styles.panel ?? ""}>
          {name === chosen ? content() : null}
        </TabPanel>
      ))}
    </Tabs>
  );
}
