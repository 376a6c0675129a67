mod alerts;
mod keeping;
