// How large exports are, their parts, and what became of them.

import type { Catalogue } from '../catalogue';

export const job: Catalogue = {
  '开始导出？': 'Start the export?',
  '{n} 个码，预计 {size}，服务器空闲时约需 {time}：{files}。':
    '{n} codes, about {size}, {time} on an idle server: {files}.',
  一个文件: 'one file',
  '{n} 个文件，每 10 万个码一个，先完成的可先下载':
    '{n} files of 100,000 codes each, which can be fetched as they are ready',
  '企业存储空间共 {quota}，剩余 {left}。文件保留 {days} 天，到期自动删除。':
    'Of {quota} of storage {left} are left. Files are kept for {days} days.',
  '{n} 秒': '{n} s',
  '{n} 分钟': '{n} min',
  '{n} 小时': '{n} h',
  '{done} / {n} 段': '{done} of {n} parts',
  分段下载: 'Parts',
  '第 {first}–{last} 个': '{first}–{last}',
  '还没有完成的分段，完成一段即可下载一段。': 'No part is ready yet; each can be fetched as it is.',
  重新生成: 'Make again',
  删除文件: 'Delete the file',
  '删除“{name}”的文件？': 'Delete the file of “{name}”?',
  '删除后释放企业存储空间；任务仍在列表中，可重新生成。':
    'Its storage is freed; the job stays in the list and can be made again.',
  文件已删除: 'Deleted',
  '文件已丢失，请重新生成': 'The file is lost; make it again',
  '已删除，可重新生成': 'Deleted; can be made again',
  '已完成，共 {n} 个文件，请逐个下载。': 'Done: {n} files, to be fetched one by one.',
  // Fields
  序列号方式: 'Serials',
  '默认顺序。随机序列号无法由一个推出另一个，可防止他人批量试码、抢先查询；每个单独存储，一次最多 2000 个，列表和导出较慢。':
    'Sequential by default. Random serials cannot be guessed from one another, so that nobody tries them out or scans them first; each is stored by itself, so at most 2,000 are issued at once, and lists and exports are slower.',
  分段: 'In parts',
  '超过 10 万枚时每 10 万枚一个文件，先完成的可先下载。默认分段。':
    'Above 100,000 one file for each 100,000, which can be fetched as they are ready. By default in parts.',
  '超过 10 万个时每 10 万个一个文件，先完成的可先下载。默认分段；直接下载时总是一个文件。':
    'Above 100,000 one file for each 100,000, which can be fetched as they are ready.',
  合并条数: 'Notices in it',
  占用空间: 'Storage',
  能否重新生成: 'Can be made again',
  结果文件状态: 'File',
  分段数: 'Parts',
  已完成的分段数: 'Parts ready',
  是否紧急: 'Urgent',
};
