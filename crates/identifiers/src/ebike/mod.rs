//! Codes of electric bicycles and their batteries (GB 17761, GB 43854).

mod battery;
mod vehicle;

pub use battery::BatteryCode;
pub use vehicle::{VehicleCode, VehicleKind, vehicle_code_in};
