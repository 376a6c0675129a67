use super::{Dice, Series};
use tiny_skia::Color;

/// The colours of one picture.
#[derive(Clone, Copy)]
pub struct Palette {
    /// What it is drawn on.
    pub paper: Color,
    /// What lines are drawn in.
    pub ink: Color,
    /// The one that is looked at first.
    pub sun: Color,
    /// Those beside it.
    pub more: [Color; 3],
}

/// Paper, ink, sun and three more; three of each series.
const PALETTES: [[[u32; 6]; 3]; 4] = [
    [
        [
            0xE3_EC_EF, 0x16_42_5B, 0xF0_8A_4B, 0x2F_66_90, 0x81_A4_CD, 0xF6_D7_B0,
        ],
        [
            0x10_2A_3A, 0xE8_EF_F2, 0xF2_C1_4E, 0x5B_8E_A6, 0x2E_5E_78, 0xD9_E6_EA,
        ],
        [
            0xF4_EF_E6, 0x1F_3A_5F, 0xD8_57_2A, 0x4F_7C_AC, 0xC0_E0_DE, 0x9E_B2_5D,
        ],
    ],
    [
        [
            0xF6_E7_D6, 0x5B_23_33, 0xD8_57_2A, 0xF7_B5_38, 0xC3_2F_27, 0x78_0C_28,
        ],
        [
            0x2B_13_1C, 0xF4_D5_B0, 0xF2_6B_38, 0xF7_9F_79, 0xF7_D0_8A, 0x87_2B_3F,
        ],
        [
            0xFB_F3_E4, 0x3D_26_1F, 0xE0_7A_5F, 0xF2_CC_8F, 0x81_B2_9A, 0x3D_40_5B,
        ],
    ],
    [
        [
            0xEC_EA_DB, 0x2F_4A_36, 0xE0_A6_3A, 0x6A_8D_60, 0xA3_B1_8A, 0x38_66_41,
        ],
        [
            0x1B_2B_22, 0xDC_E5_CF, 0xF2_D4_92, 0x7F_A6_6A, 0x3F_68_4C, 0xB8_C4_8E,
        ],
        [
            0xF3_EE_E2, 0x3A_3A_2A, 0xBC_6C_25, 0x60_6C_38, 0xDD_A1_5E, 0x28_36_18,
        ],
    ],
    [
        [
            0xF5_F2_EC, 0x22_22_3B, 0xC9_4C_4C, 0x4A_4E_69, 0x9A_8C_98, 0xC9_AD_A7,
        ],
        [
            0x1C_1D_2B, 0xF2_E9_E4, 0xF4_A2_61, 0x8D_99_AE, 0x5C_67_7D, 0xE9_C4_6A,
        ],
        [
            0xEE_F0_F2, 0x2B_2D_42, 0xEF_23_3C, 0x8D_99_AE, 0x56_6E_8B, 0xD9_04_29,
        ],
    ],
];

impl Palette {
    /// One of the palettes of `series`.
    pub fn of(series: Series, dice: &mut Dice) -> Self {
        let mine = Series::ALL.iter().position(|it| *it == series).unwrap_or(0);
        let [paper, ink, sun, one, two, three] = PALETTES[mine][dice.below(3)].map(color);
        Self {
            paper,
            ink,
            sun,
            more: [one, two, three],
        }
    }

    /// One of the colours that are not paper.
    pub fn any(&self, dice: &mut Dice) -> Color {
        match dice.below(6) {
            0 => self.sun,
            1 | 2 => self.ink,
            other => self.more[other - 3],
        }
    }
}

fn color(rgb: u32) -> Color {
    let [_, red, green, blue] = rgb.to_be_bytes();
    Color::from_rgba8(red, green, blue, 255)
}

/// `color`, so much of it.
pub fn faint(color: Color, alpha: f32) -> Color {
    Color::from_rgba(color.red(), color.green(), color.blue(), alpha).unwrap_or(color)
}
