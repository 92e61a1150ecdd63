// Who signs in, and how.

export const USCC = '91330109589891087U';
/** The enterprise that does what others should not. */
export const RIVAL = { uscc: '91330482746305409W', name: '平湖市三鑫金属制品厂', phone: '13905730001' };
export const PASSWORD = 'Chaoer@7391';
export const NEW_PASSWORD = 'Qiexiao#2604';
/** Name and password of the operator of the platform. */
export const OPERATOR = ['operator', 'Shenpi#6027x'];

/** Fills in the form for signing in and sends it. */
export async function signIn(page, password = PASSWORD, name = USCC) {
  await page.getByLabel('账号').fill(name);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

export async function signOut(page) {
  await page.getByRole('button', { name: /账号菜单/ }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await page.getByRole('heading', { name: '账号登录' }).waitFor();
}
