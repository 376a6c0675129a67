//! Devices that customers were signed in on before.

use crate::platform::known_devices::KnownDevices;

/// The table of devices on which customers signed in before.
pub const DEVICES: KnownDevices = KnownDevices {
    table: "known_devices",
    owner: "customer_id",
    people: "customers",
};
