//! One area as a plot: time against size, both on logarithmic scales.

use crate::measured::Medians;
use benches::Area;
use core::error::Error;
use plotters::prelude::*;
use std::path::Path;

const COLORS: [RGBColor; 7] = [
    RGBColor(0x44, 0x77, 0xaa),
    RGBColor(0xee, 0x66, 0x77),
    RGBColor(0x22, 0x88, 0x33),
    RGBColor(0xcc, 0xbb, 0x44),
    RGBColor(0xaa, 0x33, 0x77),
    RGBColor(0x66, 0xcc, 0xee),
    RGBColor(0xbb, 0xbb, 0xbb),
];

pub(crate) fn draw(file: &Path, area: &Area, medians: &Medians) -> Result<(), Box<dyn Error>> {
    let series = area.columns.iter().map(|column| {
        let points = area.sizes.iter().filter_map(|&size| {
            let key = (area.group.to_owned(), (*column).to_owned(), size);
            Some((to_f64(size), medians.get(&key)?.time / 1e3))
        });
        (*column, points.collect::<Vec<_>>())
    });
    let series: Vec<_> = series.collect();
    let times = || {
        series
            .iter()
            .flat_map(|(_, points)| points)
            .map(|(_, time)| *time)
    };
    let (low, high) = (
        times().fold(f64::INFINITY, f64::min),
        times().fold(0.0, f64::max),
    );
    let (from, to) = (
        to_f64(area.sizes[0]),
        to_f64(area.sizes[area.sizes.len() - 1]),
    );

    let canvas = SVGBackend::new(file, (720, 400)).into_drawing_area();
    canvas.fill(&WHITE)?;
    let mut chart = ChartBuilder::on(&canvas)
        .margin(12)
        .x_label_area_size(36)
        .y_label_area_size(64)
        .build_cartesian_2d(
            (from * 0.9..to * 1.1).log_scale(),
            (low * 0.7..high * 1.4).log_scale(),
        )?;
    chart
        .configure_mesh()
        .x_desc(area.unit)
        .y_desc("µs")
        .light_line_style(WHITE.mix(0.0))
        .draw()?;
    for ((name, points), color) in series.iter().zip(COLORS) {
        chart
            .draw_series(LineSeries::new(points.clone(), color.stroke_width(2)).point_size(3))?
            .label(*name)
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 18, y)], color.stroke_width(2)));
    }
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::UpperLeft)
        .background_style(WHITE.mix(0.8))
        .draw()?;
    canvas.present()?;
    Ok(())
}

fn to_f64(size: usize) -> f64 {
    f64::from(u32::try_from(size).expect("sizes are small"))
}
