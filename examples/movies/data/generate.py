#!/usr/bin/env python3
"""Writes the example's CSV files: movies, viewers, and what they watched in the autumn of 2026.

The same files every time, with any Python 3.6 or later: only random() is used, whose sequence Python guarantees for a seed.
The folder movies-data stands for the bucket s3://movies-data.
"""

import bisect
import csv
import datetime
import itertools
import math
import pathlib
import random

BUCKET = pathlib.Path(__file__).parent / "movies-data"
USERS, ITEMS, INTERACTIONS = 60, 120, 3000
END = datetime.datetime(2026, 11, 23, tzinfo=datetime.timezone.utc)
DAY = 24 * 60 * 60
DAYS = 90

GENRES = ["Action", "Adventure", "Animation", "Comedy", "Crime", "Documentary", "Drama", "Family", "Horror", "Romance", "Sci-Fi", "Thriller"]
GENRE_WEIGHTS = [9, 7, 4, 12, 6, 3, 14, 5, 5, 7, 6, 8]
RATINGS = ["ALL", "7", "12", "16", "18"]
COUNTRIES, COUNTRY_WEIGHTS = ["ES", "FR", "DE", "IT", "PT"], [10, 5, 5, 3, 2]
# Most of a day's watching happens in the evening (UTC hours 0 to 23).
HOUR_WEIGHTS = [3, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 4, 5, 5, 4, 4, 5, 7, 10, 14, 16, 12, 7]

dice = random.Random("movies")


def pick(options, weights):
    steps = list(itertools.accumulate(weights))
    return options[bisect.bisect(steps, dice.random() * steps[-1])]


def between(low, high):
    return low + int(dice.random() * (high - low + 1))


def pick_distinct(count, options, weights):
    picked = []
    while len(picked) < count:
        option = pick(options, weights)
        if option not in picked:
            picked.append(option)
    return picked


def make_item(number):
    # A third is newer than the period that we have interactions from, so that filters on the date have something to find.
    age_in_days = between(1, DAYS) if dice.random() < 1 / 3 else between(DAYS, 6 * 365)
    added = END - datetime.timedelta(days=age_in_days, minutes=between(0, 24 * 60 - 1))
    return {
        "ITEM_ID": "movie-%03d" % number,
        "GENRES": "|".join(pick_distinct(between(1, 3), GENRES, GENRE_WEIGHTS)),
        "CREATION_TIMESTAMP": int(added.timestamp()),
        "YEAR": added.year - (0 if dice.random() < 0.5 else between(1, 25)),
        "MINUTES": between(78, 165),
        # Not rated yet: an empty field is a null.
        "RATING": "" if dice.random() < 0.08 else pick(RATINGS, [4, 3, 6, 5, 2]),
    }


def make_user(number):
    return {
        "USER_ID": "user-%02d" % number,
        "AGE": between(18, 74),
        "COUNTRY": pick(COUNTRIES, COUNTRY_WEIGHTS),
        "PLAN": pick(["BASIC", "STANDARD", "PREMIUM"], [3, 5, 2]),
    }


def make_interactions(users, items):
    # The popularity of movies falls as Zipf's law says; a few viewers watch most; everybody has genres of their own.
    popularity = sorted((1 / (rank + 4) ** 0.9 for rank in range(len(items))), key=lambda _: dice.random())
    activity = [math.exp(2 * dice.random()) for _ in users]
    tastes = {user["USER_ID"]: pick_distinct(3, GENRES, GENRE_WEIGHTS) for user in users}
    watched = set()
    while len(watched) < INTERACTIONS:
        user = pick(users, activity)
        taste = tastes[user["USER_ID"]]
        moment = int(END.timestamp()) - between(1, DAYS) * DAY + pick(range(24), HOUR_WEIGHTS) * 3600 + between(0, 3599)
        liked = [6 if set(taste) & set(item["GENRES"].split("|")) else 1 for item in items]
        item = pick(items, [p * l for p, l in zip(popularity, liked)])
        if item["CREATION_TIMESTAMP"] > moment or (user["USER_ID"], item["ITEM_ID"], moment) in watched:
            continue
        watched.add((user["USER_ID"], item["ITEM_ID"], moment))
        event = pick(["watch", "click", "like"], [70, 22, 8])
        yield {
            "USER_ID": user["USER_ID"],
            "ITEM_ID": item["ITEM_ID"],
            "EVENT_TYPE": event,
            # The share of the movie that was watched.
            "EVENT_VALUE": "%.2f" % (1 - dice.random() ** 3) if event == "watch" else "",
            "TIMESTAMP": moment,
            "DEVICE": pick(["tv", "phone", "tablet", "laptop"], [8, 5, 2, 3]),
        }


def write(name, rows):
    rows = list(rows)
    path = BUCKET / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main():
    items = [make_item(number) for number in range(1, ITEMS + 1)]
    users = [make_user(number) for number in range(1, USERS + 1)]
    interactions = sorted(make_interactions(users, items), key=lambda row: (row["TIMESTAMP"], row["USER_ID"]))
    write("items/items.csv", items)
    write("users/users.csv", users)
    write("interactions/interactions.csv", interactions)


if __name__ == "__main__":
    main()
