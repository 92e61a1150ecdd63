import './ui/css/index.css';
import { loadLang } from './base/i18n';

// Texts are read while modules are evaluated, so the language comes first.
void loadLang().then(() => import('./shell/app'));
