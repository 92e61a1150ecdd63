//! Production licences: of industrial products (`XK…`) and of food (`SC…`).

mod food;
mod industrial;

pub use food::FoodLicence;
pub use industrial::ProductionLicence;
