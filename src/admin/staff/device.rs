//! Devices that staff were signed in on before, with every factor.

use crate::platform::known_devices::KnownDevices;

/// Those devices.
pub const DEVICES: KnownDevices = KnownDevices {
    table: "staff_devices",
    owner: "staff_id",
    people: "staff",
};
