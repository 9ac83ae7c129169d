import { createContext, type ReactNode, useEffect, useMemo, useState } from "react";

/** How the console looks; `system` follows the device. */
export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const stored = "rembuk.theme";

const firstTheme = (): Theme => {
  const kept = localStorage.getItem(stored);
  return themes.find((theme) => theme === kept) ?? "system";
};

export const ThemeContext = createContext<{ theme: Theme; choose: (theme: Theme) => void }>({
  theme: "system",
  choose: () => undefined,
});

/** Sets the theme on the page's root, where the styles look for it. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const [theme, setTheme] = useState(firstTheme);
  useEffect(() => {
    localStorage.setItem(stored, theme);
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const value = useMemo(() => ({ theme, choose: setTheme }), [theme]);
  return <ThemeContext value={value}>{children}</ThemeContext>;
}
