"""Walks from schema to recommendations with boto3 as it is; the clock is moved, not waited for."""

import datetime
import json
import os
import sys
import urllib.request

import boto3

ENDPOINT = os.environ["AWS_ENDPOINT_URL_PERSONALIZE"]
ROLE = "arn:aws:iam::123456789012:role/personalize"


def advance(duration):
    request = urllib.request.Request(
        ENDPOINT + "/_simulator/clock", method="PUT", data=json.dumps({"advance": duration}).encode()
    )
    urllib.request.urlopen(request).read()


def schema(name, fields):
    return json.dumps({"type": "record", "name": name, "namespace": "x", "version": "1.0", "fields": fields})


personalize = boto3.client("personalize")
assert boto3.client("sts").get_caller_identity()["Account"] == "123456789012"

text = {"type": "string"}
interactions_schema = personalize.create_schema(
    name="interactions",
    schema=schema(
        "Interactions",
        [
            {"name": "USER_ID", **text},
            {"name": "ITEM_ID", **text},
            {"name": "EVENT_TYPE", **text},
            {"name": "TIMESTAMP", "type": "long"},
        ],
    ),
)["schemaArn"]
items_schema = personalize.create_schema(
    name="items",
    schema=schema(
        "Items",
        [
            {"name": "ITEM_ID", **text},
            {"name": "GENRE", "type": ["null", "string"], "categorical": True},
            {"name": "CREATION_TIMESTAMP", "type": "long"},
        ],
    ),
)["schemaArn"]

group = personalize.create_dataset_group(name="movies", tags=[{"tagKey": "team", "tagValue": "ml"}])["datasetGroupArn"]
described = personalize.describe_dataset_group(datasetGroupArn=group)["datasetGroup"]
assert described["status"] == "CREATE PENDING", described
assert isinstance(described["creationDateTime"], datetime.datetime)
advance("PT1M")

for kind, arn, location in (
    ("Interactions", interactions_schema, "s3://movies/interactions/interactions.csv"),
    ("Items", items_schema, "s3://movies/items.csv"),
):
    dataset = personalize.create_dataset(name=kind, datasetType=kind, datasetGroupArn=group, schemaArn=arn)["datasetArn"]
    advance("PT30S")
    job = personalize.create_dataset_import_job(
        jobName=kind, datasetArn=dataset, dataSource={"dataLocation": location}, roleArn=ROLE
    )["datasetImportJobArn"]
    advance("PT10M")
    status = personalize.describe_dataset_import_job(datasetImportJobArn=job)["datasetImportJob"]["status"]
    assert status == "ACTIVE", status

solution = personalize.create_solution(
    name="for-you",
    datasetGroupArn=group,
    recipeArn="arn:aws:personalize:::recipe/aws-user-personalization",
    performAutoTraining=False,
)["solutionArn"]
advance("PT30S")
version = personalize.create_solution_version(solutionArn=solution)["solutionVersionArn"]
try:
    personalize.create_campaign(name="home", solutionVersionArn=version)
    sys.exit("A version that is not ACTIVE was deployed.")
except personalize.exceptions.ResourceInUseException:
    pass
advance("PT1H")
assert personalize.get_solution_metrics(solutionVersionArn=version)["metrics"]["precision_at_5"] > 0

campaign = personalize.create_campaign(name="home", solutionVersionArn=version, minProvisionedTPS=1)["campaignArn"]
tracker = personalize.create_event_tracker(name="web", datasetGroupArn=group)["trackingId"]
drama = personalize.create_filter(
    name="horror", datasetGroupArn=group, filterExpression='INCLUDE ItemID WHERE Items.GENRE IN ("Horror")'
)["filterArn"]
advance("PT12M")

boto3.client("personalize-events").put_events(
    trackingId=tracker,
    userId="user-1",
    sessionId="session",
    eventList=[{"eventType": "watch", "itemId": "item-00", "sentAt": datetime.datetime.now()}],
)
runtime = boto3.client("personalize-runtime")
popular = runtime.get_recommendations(campaignArn=campaign, userId="user-1", numResults=2)
assert [item["itemId"] for item in popular["itemList"]] == ["item-00", "item-01"], popular
filtered = runtime.get_recommendations(campaignArn=campaign, userId="user-1", numResults=1, filterArn=drama)
assert [item["itemId"] for item in filtered["itemList"]] == ["item-02"], filtered

names = [page["Filters"][0]["name"] for page in personalize.get_paginator("list_filters").paginate(datasetGroupArn=group)]
assert names == ["horror"], names
print("walked to", campaign)
