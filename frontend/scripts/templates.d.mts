/** What is wrong in the templates of these files, or of all files of src/. */
export function checkTemplates(only?: readonly string[]): string[];
