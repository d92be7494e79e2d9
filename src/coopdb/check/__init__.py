"""Checking records: rules yield findings, the runner makes problems of them."""
