"""Writes training_grid.xlsx and bad.xlsx with openpyxl 3.1.5: workbooks that another program made.

Run from the folder of the project: python3 tests/unit/scenario/openpyxl/make.py
The tests read what is committed and need no Python.

training_grid.xlsx holds data/training_grid with what spreadsheets do to tables: sheets in any order
and with Chinese names, numbers kept as text, TRUE and FALSE, days, empty rows, spaces around names,
a number shown with zeros before it, further sheets.

bad.xlsx is the same with one mistake on each of several sheets.
"""
import csv
import datetime
import pathlib

import openpyxl

ROOT = pathlib.Path(__file__).resolve().parents[4]
HERE = pathlib.Path(__file__).resolve().parent
TABLES = ["ages", "columns", "communities", "districts", "facilities", "fleets", "grids", "links",
          "published", "wards", "city"]
CHINESE = {"communities": "社区", "ages": "年龄构成", "wards": " 病区 ", "links": "Links"}


def content(text):
    if text in ("true", "false"):
        return text == "true"
    try:
        number = float(text)
        return int(number) if number.is_integer() else number
    except ValueError:
        return text if text != "" else None


def sheets():
    for table in TABLES:
        with open(ROOT / "data" / "training_grid" / f"{table}.csv", encoding="utf-8") as file:
            yield table, [row for row in csv.reader(file)]


def book():
    made = openpyxl.Workbook()
    made.active.title = "Notes"
    made.active["A1"] = "Asked the district on 5 May"
    for table, (header, *rows) in sheets():
        sheet = made.create_sheet(CHINESE.get(table, table))
        sheet.append(header)
        for row in rows if table != "columns" else rows[:3]:
            sheet.append([content(text) for text in row])
    return made


def plain():
    made = book()
    made["社区"].insert_rows(3)
    for cell in made["facilities"]["B"][1:]:
        cell.value = f"  {cell.value} "
    for cell in made[" 病区 "]["D"][1:]:
        cell.value = str(cell.value)
    made["published"]["B2"].value = datetime.datetime(2022, 12, 7)
    made["fleets"]["A2"].value = 7
    made["fleets"]["A2"].number_format = "000"
    made.save(HERE / "training_grid.xlsx")


def bad():
    made = book()
    made["社区"]["E3"].value = "12 thousand"
    made["社区"]["D4"].value = "trainig-g1"
    made["社区"]["F2"].value = None
    made["facilities"]["M1"].value = "fever_close"
    made[" 病区 "]["D5"].value = "=D4+1"
    made[" 病区 "].merge_cells("A2:A3")
    made["grids"]["A3"].value = "training-g1"
    made["grids"]["B3"].value = made["grids"]["C3"].value = "Twice"
    made["grids"]["D3"].value = "training"
    made["年龄构成"]["A3"].value = datetime.datetime(2026, 11, 3)
    made["年龄构成"]["A3"].number_format = "m-d"
    made["fleets"].title = "flets"
    made["published"]["C2"].value = "#N/A"
    made["published"]["C2"].data_type = "e"
    made.save(HERE / "bad.xlsx")


if __name__ == "__main__":
    plain()
    bad()
