
const root = document.documentElement;
const remembered = (() => {
  try { return localStorage.getItem("yank-theme"); } catch { return null; }
})();
if (remembered === "light" || remembered === "dark") {
  root.dataset.theme = remembered;
}
document.getElementById("theme").addEventListener("click", () => {
  const isDark = root.dataset.theme
    ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = isDark ? "light" : "dark";
  try { localStorage.setItem("yank-theme", root.dataset.theme); } catch { /* it is forgotten then */ }
});
