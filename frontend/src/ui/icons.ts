import BarcodeOutlined from '@ant-design/icons-svg/es/asn/BarcodeOutlined';
import BellOutlined from '@ant-design/icons-svg/es/asn/BellOutlined';
import CalendarOutlined from '@ant-design/icons-svg/es/asn/CalendarOutlined';
import CaretDownFilled from '@ant-design/icons-svg/es/asn/CaretDownFilled';
import CaretUpFilled from '@ant-design/icons-svg/es/asn/CaretUpFilled';
import CheckCircleFilled from '@ant-design/icons-svg/es/asn/CheckCircleFilled';
import CheckOutlined from '@ant-design/icons-svg/es/asn/CheckOutlined';
import CloseCircleFilled from '@ant-design/icons-svg/es/asn/CloseCircleFilled';
import CloseOutlined from '@ant-design/icons-svg/es/asn/CloseOutlined';
import CloudDownloadOutlined from '@ant-design/icons-svg/es/asn/CloudDownloadOutlined';
import ColumnHeightOutlined from '@ant-design/icons-svg/es/asn/ColumnHeightOutlined';
import CopyOutlined from '@ant-design/icons-svg/es/asn/CopyOutlined';
import DeleteOutlined from '@ant-design/icons-svg/es/asn/DeleteOutlined';
import DoubleLeftOutlined from '@ant-design/icons-svg/es/asn/DoubleLeftOutlined';
import DoubleRightOutlined from '@ant-design/icons-svg/es/asn/DoubleRightOutlined';
import DownloadOutlined from '@ant-design/icons-svg/es/asn/DownloadOutlined';
import DownOutlined from '@ant-design/icons-svg/es/asn/DownOutlined';
import EditOutlined from '@ant-design/icons-svg/es/asn/EditOutlined';
import ExclamationCircleFilled from '@ant-design/icons-svg/es/asn/ExclamationCircleFilled';
import EyeInvisibleOutlined from '@ant-design/icons-svg/es/asn/EyeInvisibleOutlined';
import EyeOutlined from '@ant-design/icons-svg/es/asn/EyeOutlined';
import FileTextOutlined from '@ant-design/icons-svg/es/asn/FileTextOutlined';
import GlobalOutlined from '@ant-design/icons-svg/es/asn/GlobalOutlined';
import HomeOutlined from '@ant-design/icons-svg/es/asn/HomeOutlined';
import InfoCircleFilled from '@ant-design/icons-svg/es/asn/InfoCircleFilled';
import LeftOutlined from '@ant-design/icons-svg/es/asn/LeftOutlined';
import LinkOutlined from '@ant-design/icons-svg/es/asn/LinkOutlined';
import LoadingOutlined from '@ant-design/icons-svg/es/asn/LoadingOutlined';
import LockOutlined from '@ant-design/icons-svg/es/asn/LockOutlined';
import LogoutOutlined from '@ant-design/icons-svg/es/asn/LogoutOutlined';
import MenuFoldOutlined from '@ant-design/icons-svg/es/asn/MenuFoldOutlined';
import MenuUnfoldOutlined from '@ant-design/icons-svg/es/asn/MenuUnfoldOutlined';
import MessageOutlined from '@ant-design/icons-svg/es/asn/MessageOutlined';
import MobileOutlined from '@ant-design/icons-svg/es/asn/MobileOutlined';
import PictureOutlined from '@ant-design/icons-svg/es/asn/PictureOutlined';
import PlusOutlined from '@ant-design/icons-svg/es/asn/PlusOutlined';
import QrcodeOutlined from '@ant-design/icons-svg/es/asn/QrcodeOutlined';
import ReloadOutlined from '@ant-design/icons-svg/es/asn/ReloadOutlined';
import RightOutlined from '@ant-design/icons-svg/es/asn/RightOutlined';
import SafetyCertificateOutlined from '@ant-design/icons-svg/es/asn/SafetyCertificateOutlined';
import ScanOutlined from '@ant-design/icons-svg/es/asn/ScanOutlined';
import SearchOutlined from '@ant-design/icons-svg/es/asn/SearchOutlined';
import SettingOutlined from '@ant-design/icons-svg/es/asn/SettingOutlined';
import ShopOutlined from '@ant-design/icons-svg/es/asn/ShopOutlined';
import SwapRightOutlined from '@ant-design/icons-svg/es/asn/SwapRightOutlined';
import TagsOutlined from '@ant-design/icons-svg/es/asn/TagsOutlined';
import TeamOutlined from '@ant-design/icons-svg/es/asn/TeamOutlined';
import UndoOutlined from '@ant-design/icons-svg/es/asn/UndoOutlined';
import UploadOutlined from '@ant-design/icons-svg/es/asn/UploadOutlined';
import UpOutlined from '@ant-design/icons-svg/es/asn/UpOutlined';
import UserOutlined from '@ant-design/icons-svg/es/asn/UserOutlined';
import VerticalAlignTopOutlined from '@ant-design/icons-svg/es/asn/VerticalAlignTopOutlined';
import type { AbstractNode, IconDefinition } from '@ant-design/icons-svg/es/types';
import { html, svg, type TemplateResult } from 'lit';

const drawings = {
  barcode: BarcodeOutlined,
  bell: BellOutlined,
  calendar: CalendarOutlined,
  caretDown: CaretDownFilled,
  caretUp: CaretUpFilled,
  check: CheckOutlined,
  close: CloseOutlined,
  cloud: CloudDownloadOutlined,
  copy: CopyOutlined,
  delete: DeleteOutlined,
  density: ColumnHeightOutlined,
  doubleLeft: DoubleLeftOutlined,
  doubleRight: DoubleRightOutlined,
  down: DownOutlined,
  download: DownloadOutlined,
  edit: EditOutlined,
  error: CloseCircleFilled,
  eye: EyeOutlined,
  eyeOff: EyeInvisibleOutlined,
  file: FileTextOutlined,
  fold: MenuFoldOutlined,
  global: GlobalOutlined,
  home: HomeOutlined,
  info: InfoCircleFilled,
  left: LeftOutlined,
  link: LinkOutlined,
  loading: LoadingOutlined,
  lock: LockOutlined,
  logout: LogoutOutlined,
  message: MessageOutlined,
  mobile: MobileOutlined,
  picture: PictureOutlined,
  plus: PlusOutlined,
  qrcode: QrcodeOutlined,
  reload: ReloadOutlined,
  right: RightOutlined,
  safety: SafetyCertificateOutlined,
  scan: ScanOutlined,
  search: SearchOutlined,
  setting: SettingOutlined,
  shop: ShopOutlined,
  success: CheckCircleFilled,
  tags: TagsOutlined,
  team: TeamOutlined,
  to: SwapRightOutlined,
  top: VerticalAlignTopOutlined,
  undo: UndoOutlined,
  unfold: MenuUnfoldOutlined,
  up: UpOutlined,
  upload: UploadOutlined,
  user: UserOutlined,
  warning: ExclamationCircleFilled,
};
export type IconName = keyof typeof drawings;

const cache = new Map<AbstractNode, TemplateResult>();

/** A drawing as large as the text around it; it says nothing to screen readers. */
export const icon = (name: IconName, spin = false): TemplateResult => drawn(drawings[name], spin);

/** A drawing that is not among those everybody needs, so that its chunk alone carries it. */
export function drawn(drawing: IconDefinition, spin = false): TemplateResult {
  const root = drawing.icon as AbstractNode;
  let body = cache.get(root);
  if (!body) {
    const paths = (root.children ?? []).filter((c) => c.tag === 'path');
    body = html`<svg viewBox=${root.attrs.viewBox ?? '64 64 896 896'} aria-hidden="true">${paths.map((c) => svg`<path d=${c.attrs.d ?? ''}></path>`)}</svg>`;
    cache.set(root, body);
  }
  return html`<span class="icon ${spin ? 'spin' : ''}">${body}</span>`;
}
