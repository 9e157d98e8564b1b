/** Whether the page's address names a shared result: see src/quiz/share.rs. */
export const linked = () => /^#\d+r?\.\w/.test(location.hash);
