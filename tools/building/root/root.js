// What readers chose on a page: the theme (furo's key) and the language.
const chosen = (key) => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage may be forbidden
  }
};
const theme = chosen("theme");
if (theme === "light" || theme === "dark") {
  document.documentElement.dataset.theme = theme;
}
const readersLanguage = () => {
  const wanted = [chosen("language"), ...(navigator.languages || [navigator.language])];
  for (const tag of wanted) {
    const match = /^(zh|en)\b/i.exec(tag || "");
    if (match) return match[1].toLowerCase();
  }
  return "en";
};
